using System.Net;
using System.Net.Sockets;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BatchMigrate.Runtime.Tests;

public class EmbeddingFailureTests
{
    private static readonly BatchOptions One = new() { MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 64 } };

    public static TheoryData<string> NotOfThePack => ["401", "quota", "403", "404", "503", "refused", "name"];

    public static TheoryData<string> PerhapsOfThePack => ["400", "413", "422", "500", "timeout", "canceled", "reset", "unknown"];

    [Theory]
    [MemberData(nameof(PerhapsOfThePack))]
    public async Task One_bad_input_costs_only_itself(string kind)
    {
        string[] inputs = [.. Enumerable.Range(0, 64).Select(i => i == 37 ? "bad" : $"text {i}")];
        var generator = new FakeGenerator((pack, _) => pack.Contains("bad") ? Task.FromException(Error(kind)) : Task.CompletedTask);
        var batch = await generator.EmbedBatchAsync(inputs, batchOptions: One);
        Assert.Equal(Error(kind).GetType(), batch[37].Error!.GetType());
        Assert.Equal([37], batch.Failed.Select(item => item.Index));
        Vectors.Check(inputs.Where(text => text != "bad"), batch.Where(item => item.Succeeded));
        // The pack, and two halves of each of six sizes.
        Assert.Equal(13, generator.Packs.Count);
        Assert.Equal((7, 7, 2), (batch[37].Attempts, batch[36].Attempts, batch[0].Attempts));
    }

    [Theory]
    [MemberData(nameof(NotOfThePack))]
    public async Task What_has_nothing_to_do_with_the_inputs_is_not_sent_again_in_halves(string kind)
    {
        var generator = new FakeGenerator((_, _) => Task.FromException(Error(kind)));
        var batch = await generator.EmbedBatchAsync(Enumerable.Range(0, 100).Select(i => $"text {i}"), batchOptions: One);
        Assert.Equal(100, batch.Failed.Count);
        var stops = kind is "401" or "quota";
        Assert.Equal(stops ? 1 : 2, generator.Packs.Count);
        Assert.Equal(stops, batch.StoppedBy is not null);
        Assert.Equal(stops ? 0 : 1, batch[99].Attempts);
        Assert.All(batch, item => Assert.Equal(Error(kind).GetType(), item.Error!.GetType()));
    }

    [Fact]
    public async Task All_bad_inputs_are_found_and_each_has_its_own_error()
    {
        var generator = new FakeGenerator((pack, _) => pack.Any(text => text[0] == 'b') ? Task.FromException(new FormatException(string.Join(',', pack))) : Task.CompletedTask);
        string[] inputs = [.. Enumerable.Range(0, 200).Select(i => i % 17 == 3 ? $"b{i}" : $"t{i}")];
        var batch = await generator.EmbedBatchAsync(inputs, batchOptions: new BatchOptions { Pack = new PackLimits { MaxItems = 50 } });
        Assert.All(inputs.Zip(batch), pair =>
        {
            if (pair.First[0] == 'b')
            {
                Assert.Equal(pair.First, pair.Second.Error!.Message);
            }
            else
            {
                Vectors.Check(pair.First, pair.Second.Response.Vector);
            }
        });
        Assert.Equal(inputs.Where(text => text[0] == 't').Order(), generator.Packs.Where(pack => pack.All(text => text[0] == 't')).SelectMany(pack => pack).Order());
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_with_the_whole_pack()
    {
        var clock = new FakeTimeProvider();
        var generator = new FakeGenerator();
        var calls = 0;
        generator = new FakeGenerator((_, _) => ++calls == 1 ? Task.FromException(FakeResponse.Error(429, ("retry-after-ms", "1000"))) : Task.CompletedTask);
        var batch = generator.EmbedBatchAsync(["a", "b"], batchOptions: new BatchOptions { TimeProvider = clock });
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1019));
        Assert.Single(generator.Packs);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Vectors.Check(["a", "b"], await batch);
        Assert.Equal(2, generator.Packs.Count);
        Assert.All(await batch, item => Assert.Equal((2, TimeSpan.FromMilliseconds(1020)), (item.Attempts, item.Elapsed)));
    }

    [Fact]
    public async Task A_provider_that_takes_less_than_was_thought_is_learned()
    {
        var generator = new FakeGenerator((pack, _) => pack.Count > 10 ? Task.FromException(FakeResponse.Error(400)) : Task.CompletedTask);
        string[] inputs = [.. Enumerable.Range(0, 3200).Select(i => $"text {i}")];
        Vectors.Check(inputs, (await generator.EmbedBatchAsync(inputs, batchOptions: One)).EnsureSuccess());
        // 64, 32 and 16 are refused, then packs of 8 hold; without learning it would be 15 requests for each 64.
        Assert.InRange(generator.Packs.Count, 400, 415);
        Assert.Equal(8, generator.Packs.Last().Length);
    }

    [Fact]
    public async Task A_pack_with_a_bad_input_teaches_nothing_about_sizes()
    {
        var generator = new FakeGenerator((pack, _) => pack.Contains("bad") ? Task.FromException(FakeResponse.Error(400)) : Task.CompletedTask);
        await generator.EmbedBatchAsync(Enumerable.Range(0, 640).Select(i => i == 5 ? "bad" : $"text {i}"), batchOptions: One);
        Assert.Equal(13 + 9, generator.Packs.Count);
        Assert.Equal(64, generator.Packs.Last().Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_wrong_number_of_vectors_shifts_nothing(int difference)
    {
        var generator = new FakeGenerator
        {
            Spoil = (pack, answer) =>
            {
                if (!pack.Contains("bad"))
                {
                    return;
                }

                if (difference < 0)
                {
                    answer.RemoveAt(0);
                }
                else
                {
                    answer.Insert(0, new Embedding<float>(new float[4]));
                }
            },
        };
        string[] inputs = [.. Enumerable.Range(0, 64).Select(i => i == 20 ? "bad" : $"text {i}")];
        var batch = await generator.EmbedBatchAsync(inputs, batchOptions: One);
        Assert.Equal(20, Assert.Single(batch.Failed).Index);
        Assert.Equal($"The generator gave {1 + difference} embeddings for 1 inputs.", Assert.IsType<InvalidOperationException>(batch[20].Error).Message);
        Vectors.Check(inputs.Where(text => text != "bad"), batch.Where(item => item.Succeeded));
    }

    [Fact]
    public async Task A_vector_that_is_null_is_asked_for_again_alone()
    {
        var generator = new FakeGenerator { Spoil = (pack, answer) => answer[0] = pack.Count > 1 ? null! : answer[0] };
        string[] inputs = ["a", "b", "c"];
        Vectors.Check(inputs, await generator.EmbedBatchAsync(inputs));
        Assert.Equal(["a b c", "a"], generator.Packs.Select(pack => string.Join(' ', pack)));
        Assert.Equal([2, 1, 1], (await generator.EmbedBatchAsync(inputs)).Select(item => item.Attempts));
        var never = new FakeGenerator { Spoil = (_, answer) => answer[0] = null! };
        var batch = await never.EmbedBatchAsync(inputs);
        Assert.Equal("The generator gave null for an embedding.", Assert.Single(batch.Failed).Error!.Message);
    }

    [Theory]
    [InlineData("0,0,0")]
    [InlineData("0,1,3")]
    [InlineData("-1,0,1")]
    [InlineData("0,1")]
    [InlineData("0,1,2,2")]
    [InlineData("")]
    public async Task Indices_that_cannot_be_right_are_not_believed(string indices)
    {
        int[] given = [.. indices.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var client = new FakeEmbeddingClient(pack => pack.Count == 1
            ? FakeEmbeddingClient.Answer([(pack[0], 0)])
            : FakeEmbeddingClient.Answer(given.Index().Select(pair => (pack[pair.Index % pack.Count], pair.Item))));
        string[] inputs = ["a", "b", "c"];
        var batch = await client.EmbedBatchAsync(inputs);
        Assert.All(inputs.Zip(batch.EnsureSuccess()), pair => Vectors.Check(pair.First, pair.Second.Response.Value.ToFloats()));
        var single = await new FakeEmbeddingClient(_ => FakeEmbeddingClient.Answer([("x", 1)])).EmbedBatchAsync(["a"]);
        Assert.IsType<InvalidOperationException>(single[0].Error);
    }

    [Fact]
    public async Task Whatever_a_generator_gives_is_an_error_of_the_items()
    {
        var batch = await new NullGenerator(null!).EmbedBatchAsync(["a", "b"]);
        Assert.All(batch, item => Assert.IsType<InvalidOperationException>(item.Error));
        batch = await new NullGenerator(Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(null!)).EmbedBatchAsync(["a", "b"]);
        Assert.All(batch, item => Assert.Equal("The generator gave 0 embeddings for 1 inputs.", item.Error!.Message));
    }

    [Fact]
    public async Task Halves_are_logged_without_what_is_in_them()
    {
        var log = new RecordingLoggerFactory();
        var generator = new FakeGenerator((pack, _) => pack.Contains("secret") ? Task.FromException(new FormatException("secret")) : Task.CompletedTask);
        await generator.EmbedBatchAsync(["a", "secret", "b", "c"], batchOptions: new BatchOptions { LoggerFactory = log });
        var halved = log.Lines.Where(line => line.Event.Id == 9).ToArray();
        Assert.Equal([4, 2], halved.Select(line => int.Parse(line.Text.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(halved, line => Assert.Equal((LogLevel.Debug, "BatchPackHalved"), (line.Level, line.Event.Name)));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    private static Exception Error(string kind) => kind switch
    {
        "quota" => FakeResponse.Quota(),
        "timeout" => new TimeoutException(),
        "canceled" => new TaskCanceledException(),
        "reset" => new HttpRequestException("reset", new IOException("reset", new SocketException())),
        "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException()),
        "name" => new HttpRequestException(HttpRequestError.NameResolutionError, "name"),
        "403" => new HttpRequestException("forbidden", null, HttpStatusCode.Forbidden),
        "unknown" => new FormatException(),
        _ => FakeResponse.Error(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private sealed class NullGenerator(Task<GeneratedEmbeddings<Embedding<float>>> answer) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => answer;

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
