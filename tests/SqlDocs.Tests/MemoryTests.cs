using System.Globalization;
using System.Net;
using System.Text;
using OpenAI;
using SqlDocs.Indexing;
using SqlDocs.Schema;
using SqlDocs.Storing;

namespace SqlDocs.Tests;

public sealed class MemoryTests
{
    /// <summary>
    /// From the SQL to the report, ten times the tables hold no more memory. The provider is a few lines in this process that remember nothing, so what is alive is the program's own.
    /// </summary>
    [Fact]
    public async Task Ten_thousand_tables_hold_no_more_memory_than_a_thousand()
    {
        // The first run fills what lives once in a process.
        await IndexAsync(300);
        var (few, _) = await IndexAsync(1_000);
        var (many, indexed) = await IndexAsync(10_000);
        Assert.Equal(11_000, indexed);
        // Of 10,000 tables one would hold 9 bytes more of each for this; their documents alone are some megabytes.
        Assert.True(many - few < 100_000, $"{few:N0} bytes at 1,000 tables, {many:N0} at 10,000");
    }

    private static async Task<(long Peak, long Indexed)> IndexAsync(int tables)
    {
        var folder = Directory.CreateTempSubdirectory("sqldocs-");
        try
        {
            var options = new RunOptions { Dimensions = 64, Endpoint = new Uri("http://localhost") };
            using var http = new HttpClient(new ForgetfulProvider());
            var provider = new Provider(options, new OpenAIClientOptions { Transport = new System.ClientModel.Primitives.HttpClientPipelineTransport(http) });
            using var store = DocumentStore.Open(Path.Combine(folder.FullName, "docs.db"), "generated");
            store.Use("a model", options.Space, rebuilds: false, describes: false);

            var before = Alive();
            store.ReplaceSchema(SqlFile.Read(new GeneratedSql(tables), "generated"));
            var peak = Alive() - before;
            var watch = new Watch(tables, () => peak = Math.Max(peak, Alive() - before));
            foreach (var kind in Enum.GetValues<ItemKind>())
            {
                await CostEstimate.OfAsync(store, provider, kind, options, CancellationToken.None);
                watch.Look();
            }

            Assert.Null(await new Indexer(store, provider, options, new Budget(null, yes: false, ask: null), watch).RunAsync(CancellationToken.None));
            Assert.Equal(0, Reports.WriteRun(Stream.Null, store, 0, null));
            watch.Look();
            return (peak, store.Count(ItemKind.Table, ItemState.Indexed) + store.Count(ItemKind.Relationship, ItemState.Indexed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Alive() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>Looks at the memory every now and then while the run goes on.</summary>
    private sealed class Watch(int tables, Action look) : IProgress<BatchMigrate.BatchProgress>
    {
        private int _seen;

        public void Look() => look();

        public void Report(BatchMigrate.BatchProgress value)
        {
            if (++_seen % (tables / 8) == 0)
            {
                look();
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
        private static readonly byte[] Description =
            """{"id":"1","object":"chat.completion","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"A table."}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}"""u8.ToArray();

        private static readonly string Vector = Convert.ToBase64String(Enumerable.Range(1, 64).SelectMany(i => BitConverter.GetBytes((float)i)).ToArray());

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
