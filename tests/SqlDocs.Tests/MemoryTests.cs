using System.Globalization;
using System.Net;
using System.Text;
using OpenAI;
using SqlDocs.Indexing;
using SqlDocs.Schema;
using SqlDocs.Storing;

namespace SqlDocs.Tests;

/// <summary>What others hold meanwhile would be counted too.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Dimensions = 64;

    /// <summary>
    /// From the SQL to the report, ten times the tables hold no more memory. The provider is a few lines in this process that remember nothing, so what is alive is the program's own.
    /// </summary>
    [Fact]
    public async Task Ten_thousand_tables_hold_no_more_memory_than_a_thousand()
    {
        // The first run fills what lives once in a process, such as pools of buffers.
        await IndexAsync(1_000);
        var (few, _) = await IndexAsync(1_000);
        var (many, indexed) = await IndexAsync(10_000);
        Assert.Equal(11_000, indexed);
        // A hundred bytes for each of the others; their descriptions alone would be nine megabytes.
        Assert.True(many - few < 1_000_000, $"{few:N0} bytes at 1,000 tables, {many:N0} at 10,000");
    }

    /// <summary>Documents so many tables.</summary>
    /// <returns>The least that was alive at any look while the second half of them was under way: what comes and goes, such as buffers, is not in it.</returns>
    private static async Task<(long Alive, long Indexed)> IndexAsync(int tables)
    {
        var folder = Directory.CreateTempSubdirectory("sqldocs-");
        try
        {
            var options = new RunOptions { Concurrency = 4, BatchSize = 25, Dimensions = Dimensions, Endpoint = new Uri("http://localhost") };
            using var http = new HttpClient(new ForgetfulProvider());
            var provider = new Provider(options, new OpenAIClientOptions { Transport = new System.ClientModel.Primitives.HttpClientPipelineTransport(http) });
            using var store = DocumentStore.Open(Path.Combine(folder.FullName, "docs.db"), "generated");
            store.Use("a model", options.Space, rebuilds: false, describes: false);

            var watch = new Watch(tables);
            store.ReplaceSchema(SqlFile.Read(new GeneratedSql(tables), "generated"));
            foreach (var kind in Enum.GetValues<ItemKind>())
            {
                await CostEstimate.OfAsync(store, provider, kind, options, CancellationToken.None);
            }

            Assert.Null(await new Indexer(store, provider, options, new Budget(null, yes: false, ask: null), watch).RunAsync(CancellationToken.None));
            Assert.Equal(0, Reports.WriteRun(Stream.Null, store, 0, null));
            return (watch.Least, store.Count(ItemKind.Table, ItemState.Indexed) + store.Count(ItemKind.Relationship, ItemState.Indexed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Looks at the memory ten times in the second half of a run.</summary>
    private sealed class Watch(int tables) : IProgress<BatchMigrate.BatchProgress>
    {
        private int _seen;

        public long Least { get; private set; } = long.MaxValue;

        public void Report(BatchMigrate.BatchProgress value)
        {
            if (++_seen > tables / 2 && _seen % (tables / 20) == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                // What the collection found alive; GC.GetTotalMemory also counts what threads have set aside to allocate from.
                Least = Math.Min(Least, GC.GetGCMemoryInfo(GCKind.FullBlocking).PromotedBytes);
            }
        }
    }

    /// <summary>The SQL of so many tables, of which every tenth refers to the one before it, made while it is read.</summary>
    private sealed class GeneratedSql(int tables) : TextReader
    {
        private string _statement = "";
        private int _at;
        private int _number;

        public override int Peek()
        {
            if (_at == _statement.Length && _number < tables)
            {
                _number++;
                (_statement, _at) = (Statement(_number), 0);
            }

            return _at < _statement.Length ? _statement[_at] : -1;
        }

        public override int Read()
        {
            var next = Peek();
            _at += next < 0 ? 0 : 1;
            return next;
        }

        private static string Statement(int number) => string.Create(
            CultureInfo.InvariantCulture,
            $"create table area_{number % 50}.table_{number} (id bigint primary key, name varchar(40) not null, amount numeric(10, 2){(number % 10 == 0 ? $", before bigint references area_{(number - 1) % 50}.table_{number - 1} (id)" : "")});\n");
    }

    /// <summary>Answers as OpenAI's API does, and keeps nothing.</summary>
    private sealed class ForgetfulProvider : HttpMessageHandler
    {
        private static readonly byte[] Description = Encoding.UTF8.GetBytes(
            $$$"""{"id":"1","object":"chat.completion","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{{{new string('x', 500)}}}"}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}""");

        private static readonly string Vector = Convert.ToBase64String(Enumerable.Range(1, Dimensions).SelectMany(i => BitConverter.GetBytes((float)i)).ToArray());

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = Description;
            if (request.RequestUri!.AbsolutePath.EndsWith("/embeddings", StringComparison.Ordinal))
            {
                using var json = System.Text.Json.JsonDocument.Parse(await request.Content!.ReadAsStreamAsync(cancellationToken));
                var vectors = json.RootElement.GetProperty("input").EnumerateArray().Select((_, index) => string.Create(CultureInfo.InvariantCulture, $$"""{"object":"embedding","index":{{index}},"embedding":"{{Vector}}"}"""));
                body = Encoding.UTF8.GetBytes($$$"""{"object":"list","model":"text-embedding-3-small","data":[{{{string.Join(',', vectors)}}}],"usage":{"prompt_tokens":9,"total_tokens":9}}""");
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        }
    }
}
