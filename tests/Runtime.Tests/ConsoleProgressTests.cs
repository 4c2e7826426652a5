using BatchMigrate.Runtime.Tests.Support;
using Samples;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The progress bar of the samples.</summary>
public sealed class ConsoleProgressTests : IDisposable
{
    private static readonly BatchProgress Half = new(40, 20, 3, 0, 5, TimeSpan.FromSeconds(10), false)
    {
        Waiting = new BatchWaiting(Slot: 2, Limit: 7, Retry: 1, Cost: 0),
        Cost = 0.01234m,
    };

    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _console = new();
    private int _width = 200;

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData(200, "sums  [##########..........]  20/40  3 failed  waiting 10 (limit)  2.0/s  cost 0.0123  0:10 left")]
    [InlineData(85, "sums  [##########..........]  20/40  3 failed  waiting 10 (limit)  2.0/s  0:10 left")]
    [InlineData(79, "sums  [##########..........]  20/40  3 failed  waiting 10 (limit)  0:10 left")]
    [InlineData(70, "sums  20/40  3 failed  waiting 10 (limit)  0:10 left")]
    [InlineData(45, "sums  20/40  3 failed  waiting 10 (limit)")]
    [InlineData(25, "sums  20/40  3 failed")]
    [InlineData(15, "20/40  3 failed")]
    [InlineData(10, "20/40")]
    [InlineData(3, "20/")]
    [InlineData(0, "")]
    [InlineData(-1, "")]
    public void What_matters_least_is_left_out_until_the_line_fits(int width, string line) => Assert.Equal(line, ConsoleProgress.Render(Half, "sums", width));

    [Fact]
    public void What_is_not_known_is_not_shown()
    {
        Assert.Equal("0 done", ConsoleProgress.Render(default, "", 100));
        Assert.Equal("7 done  3.5/s", ConsoleProgress.Render(new BatchProgress(null, 7, 0, 0, 1, TimeSpan.FromSeconds(2), false), "", 100));
        Assert.Equal("0/0  in 0.0 s", ConsoleProgress.Render(new BatchProgress(0, 0, 0, 0, 0, TimeSpan.Zero, true), "", 100));
        Assert.Equal("[....................]  0/9", ConsoleProgress.Render(new BatchProgress(9, 0, 0, 0, 1, TimeSpan.Zero, false), "", 100));
        Assert.EndsWith("27:46:40 left", ConsoleProgress.Render(new BatchProgress(100_001, 1, 0, 0, 1, TimeSpan.FromSeconds(1), false), "", 100), StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_is_drawn_ten_times_a_second_at_most_and_once_more_at_the_end()
    {
        var progress = Console();
        for (var i = 1; i <= 20; i++)
        {
            progress.Report(At(i));
            _clock.Advance(TimeSpan.FromMilliseconds(40));
        }

        progress.Report(At(20) with { IsFinal = true });
        Assert.Equal(["1/20", "4/20", "7/20", "10/20", "13/20", "16/20", "19/20", "20/20"], Drawn().Select(line => line.Split("  ").Single(part => part.Contains('/'))));
        Assert.EndsWith(Environment.NewLine, _console.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _console.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void A_shorter_line_covers_the_longer_one_before_it()
    {
        var progress = Console();
        progress.Report(Half);
        _clock.Advance(TimeSpan.FromSeconds(1));
        progress.Report(Half with { Waiting = default });
        var lines = Drawn();
        Assert.Equal(lines[0].Length, lines[1].Length);
        Assert.EndsWith("left" + new string(' ', "  waiting 10 (limit)".Length), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_width_is_asked_for_each_time_and_its_last_column_stays_free()
    {
        var progress = Console();
        progress.Report(Half);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _width = 26;
        progress.Report(Half with { Waiting = default });
        Assert.Equal("20/40  3 failed  0:10 left", ConsoleProgress.Render(Half with { Waiting = default }, "", 26));
        Assert.Equal("20/40  3 failed", Drawn()[1].TrimEnd());
        // The longer line before is covered as far as there is room.
        Assert.Equal(25, Drawn()[1].Length);
        _width = 0;
        progress.Report(Half with { IsFinal = true });
        Assert.Equal("", Drawn()[2].TrimEnd());
    }

    [Fact]
    public void A_file_gets_a_line_at_every_tenth_of_the_way()
    {
        var progress = new ConsoleProgress(_console, null, _clock, "b");
        for (var i = 1; i <= 40; i++)
        {
            progress.Report(At(i, 40));
        }

        progress.Report(At(40, 40) with { IsFinal = true });
        Assert.Equal(["4/40", "8/40", "12/40", "16/40", "20/40", "24/40", "28/40", "32/40", "36/40", "40/40"], Lines());
        Assert.DoesNotContain('\r', _console.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_file_gets_a_line_for_each_of_few_items_and_few_lines_where_nobody_knows_how_many()
    {
        var few = new ConsoleProgress(_console, null, _clock);
        few.Report(At(1, 3));
        few.Report(At(2, 3));
        few.Report(At(3, 3));
        few.Report(At(3, 3) with { IsFinal = true });
        Assert.Equal(["1/3", "2/3", "3/3"], Lines());

        _console.GetStringBuilder().Clear();
        for (var i = 1; i <= 100; i++)
        {
            // The same one once more: it begins anew after its last line.
            few.Report(At(i) with { Total = null });
        }

        few.Report(At(100, 100) with { IsFinal = true });
        Assert.Equal(["10 done", "20 done", "40 done", "80 done", "100/100"], Lines());
    }

    private static BatchProgress At(int completed, int total = 20) => new(total, completed, 0, 0, 1, TimeSpan.Zero, false);

    private ConsoleProgress Console() => new(_console, () => _width, _clock);

    private string[] Drawn() => _console.ToString().Replace(Environment.NewLine, "", StringComparison.Ordinal).Split('\r')[1..];

    private string[] Lines() => [.. _console.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.Split("  ").Single(part => part.Contains('/') || part.Contains("done")))];
}
