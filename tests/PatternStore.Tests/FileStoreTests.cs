using System.Text.Json;
using PatternStore.Storing;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

/// <summary>What the store in a file keeps, and what it does not open.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pattern-store-");

    private string File => Path.Combine(_folder.FullName, "patterns.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_restart_keeps_patterns_vectors_and_metrics()
    {
        await using var service = await Service.StartAsync();
        var ids = await service.StoreAsync("Read a file", "Open a connection");
        await service.DoAsync("/update/metrics", new { id = ids[1], increment_usage = true, last_used = "2025-01-15T12:00:00Z" });
        var (pattern, found) = (await service.GetAsync(ids[1]), await service.DoAsync("/search/pattern", new { query = "connection" }));
        await service.RestartAsync();
        Assert.Equal(pattern.GetRawText(), (await service.GetAsync(ids[1])).GetRawText());
        Assert.Equal(found.GetRawText(), (await service.DoAsync("/search/pattern", new { query = "connection" })).GetRawText());
        await service.StoreAsync("One more");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.999)]
    [InlineData(1.0)]
    public async Task A_bulk_that_was_cut_off_leaves_nothing_of_itself_and_all_of_what_was_before(double written)
    {
        Guid[] before, cut;
        await using (var store = SqlitePatternStore.Open(File, "model", 8))
        {
            before = await StoreAsync(store, 20);
            var whole = new FileInfo($"{File}-wal").Length;
            cut = await StoreAsync(store, 200);

            // What the disk would hold had the power gone while the second bulk was written.
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "after"));
            Copy(File, long.MaxValue);
            Copy($"{File}-wal", whole + (long)((new FileInfo($"{File}-wal").Length - whole) * written));
        }

        var path = Path.Combine(_folder.FullName, "after", "patterns.db");
        await using var recovered = SqlitePatternStore.Open(path, "model", 8);
        var isWhole = written == 1;
        Assert.Equal(isWhole ? 220 : 20, recovered.Count);
        foreach (var id in before.Concat(cut))
        {
            Assert.Equal(isWhole || before.Contains(id), await recovered.GetAsync(id) is not null);
        }

        Assert.Equal(before[3], (await recovered.SearchAsync([Vector(3)], 1))[0][0].Pattern.Id);
        await StoreAsync(recovered, 5);
        Assert.Equal(isWhole ? 225 : 25, recovered.Count);

        void Copy(string from, long length)
        {
            using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[Math.Min(length, source.Length)];
            source.ReadExactly(bytes);
            System.IO.File.WriteAllBytes(Path.Combine(_folder.FullName, "after", Path.GetFileName(from)), bytes);
        }
    }

    [Fact]
    public async Task A_file_belongs_to_one_process_one_model_and_one_length()
    {
        await using (SqlitePatternStore.Open(File, "model", 8))
        {
            Assert.Equal($"'{File}' is in use by another process.", Refused("model", 8));
        }

        Assert.Contains("with other embeddings: 'model', not 'another'", Refused("another", 8), StringComparison.Ordinal);
        Assert.Contains("with other dimensions: '8', not '9'", Refused("model", 9), StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(File, "no store at all, but a text that is long enough to be looked at");
        Assert.StartsWith($"'{File}' cannot be opened: ", Refused("model", 8), StringComparison.Ordinal);

        string Refused(string space, int dimensions) => Assert.Throws<PatternStoreException>(() => SqlitePatternStore.Open(File, space, dimensions)).Message;
    }

    [Fact]
    public async Task A_bulk_that_fails_in_its_middle_leaves_nothing()
    {
        await using var store = SqlitePatternStore.Open(File, "model", 8);
        var good = Embedded(1);
        var bad = good with { Pattern = good.Pattern with { Id = Guid.NewGuid(), Code = null! } };
        await Assert.ThrowsAsync<PatternStoreException>(() => store.UpsertAsync([good, bad]));
        Assert.Null(await store.GetAsync(good.Pattern.Id));
        Assert.Empty((await store.SearchAsync([Vector(1)], 5))[0]);
    }

    [Fact]
    public void The_search_is_exact_whatever_the_number_of_vectors()
    {
        var random = new Random(7);
        using var index = new VectorIndex();
        var vectors = Enumerable.Range(0, 777).Select(_ => (Id: Guid.NewGuid(), Vector: (ReadOnlyMemory<float>)Enumerable.Range(0, 8).Select(_ => random.Next(-2, 3) + 0.5f).ToArray())).ToList();
        index.Set(vectors[..500]);
        index.Set(vectors[300..]);
        Assert.Equal(777, index.Count);
        var queries = vectors.Take(50).Select(one => one.Vector).ToList();
        foreach (var (query, found) in queries.Zip(index.Search(queries, 10)))
        {
            var expected = vectors.Select((one, slot) => (one.Id, Score: Cosine(one.Vector.Span, query.Span), slot)).OrderByDescending(one => one.Score).ThenBy(one => one.slot).Take(10).ToList();
            Assert.Equal(expected.Select(one => one.Score), found.Select(one => (double)one.Score), (a, b) => Math.Abs(a - b) < 1e-5);
        }

        Assert.Equal(777, index.Search([vectors[0].Vector], 1_000)[0].Count);

        static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        {
            double dot = 0, first = 0, second = 0;
            for (var i = 0; i < a.Length; i++)
            {
                (dot, first, second) = (dot + ((double)a[i] * b[i]), first + ((double)a[i] * a[i]), second + ((double)b[i] * b[i]));
            }

            return dot / Math.Sqrt(first * second);
        }
    }

    private static ReadOnlyMemory<float> Vector(int i) => new float[] { MathF.Sin(i), MathF.Cos(i), MathF.Sin(2 * i), MathF.Cos(2 * i), MathF.Sin(3 * i), 1, 2, 3 };

    private static EmbeddedPattern Embedded(int i) => new(
        new Pattern { Id = Guid.NewGuid(), Description = $"{i}", Code = new string('c', 500), Language = "l", Metadata = new() { Other = new() { ["n"] = JsonSerializer.SerializeToElement(i) } } }, Vector(i));

    private static async Task<Guid[]> StoreAsync(SqlitePatternStore store, int count)
    {
        var patterns = Enumerable.Range(0, count).Select(Embedded).ToList();
        Assert.All(await store.UpsertAsync(patterns), Assert.Null);
        return [.. patterns.Select(one => one.Pattern.Id)];
    }
}
