using System.Text;
using BatchMigrate.ProviderBatches;

namespace BatchMigrate.Runtime.Tests;

public class ProviderBatchPartsTests
{
    [Theory]
    [InlineData(new int[0], "items=9 part=1 parts=2 content=AB")]
    [InlineData(new[] { 3 }, "items=9 part=1 parts=2 content=AB failed=3")]
    [InlineData(new[] { 0, 1, 2, 4, 6, 7 }, "items=9 part=1 parts=2 content=AB failed=0-2,4,6-7")]
    public void A_note_says_the_same_when_it_is_read_again(int[] failed, string text)
    {
        var note = new SubmissionNote(9, 1, 2, "AB", failed);
        Assert.Equal(text, note.ToString());
        var read = SubmissionNote.Parse(text)!;
        Assert.Equal((9, 1, 2, "AB"), (read.Items, read.Part, read.Parts, read.Content));
        Assert.Equal(failed, read.Failed!.Order());
    }

    [Fact]
    public void A_note_fits_into_a_value_of_metadata_whatever_has_failed()
    {
        var note = new SubmissionNote(2_000_000_000, 1_000_000, 1_000_000, new string('A', 32), [.. Enumerable.Range(0, 1000).Select(i => i * 2)]);
        Assert.InRange(note.ToString().Length, 1, 512);
        Assert.Null(SubmissionNote.Parse(note.ToString())!.Failed);
        for (var count = 0; count < 200; count++)
        {
            var text = (note with { Failed = [.. Enumerable.Range(0, count).Select(i => i * 2)] }).ToString();
            Assert.InRange(text.Length, 1, 512);
            Assert.True(SubmissionNote.Parse(text)!.Failed is not { } read || read.Count == count);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("items=9")]
    [InlineData("items=x part=1 parts=2 content=AB")]
    [InlineData("items=9 part=1 parts=2 content=AB failed=x")]
    [InlineData("items=9 items=9 part=1 parts=2 content=AB")]
    [InlineData("items=99999999999 part=1 parts=2 content=AB")]
    public void What_is_no_note_is_none(string? text) => Assert.Null(SubmissionNote.Parse(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\r\n \n", 0)]
    [InlineData("a", 1)]
    [InlineData("a\nb\r\n\nc", 3)]
    public async Task Lines_are_found_wherever_the_stream_is_cut(string text, int count)
    {
        var long1 = new string('x', 200_000);
        foreach (var (content, expected) in new[] { (text, count), (text + "\n" + long1 + "\n" + long1, count + 2) })
        {
            foreach (var size in new[] { 1, 7, 65_536, 1_000_000 })
            {
                if (content.Length / size > 100_000 && size < 7)
                {
                    continue;
                }

                var lines = new List<string>();
                using var stream = new Dripping(Encoding.UTF8.GetBytes(content), size);
                await LineReader.ReadAsync(stream, line => lines.Add(Encoding.UTF8.GetString(line.Span)), CancellationToken.None);
                Assert.Equal(content.Split('\n').Where(line => line.Trim().Length > 0), lines);
                Assert.Equal(expected, lines.Count);
            }
        }
    }

    private sealed class Dripping(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
