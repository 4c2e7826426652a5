using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Bench;

/// <summary>
/// What packing saves: a simulated provider takes 20 ms for a request and 0.1 ms for each input, up to 2,048 in a request. The lower bound is as few requests as that allows, at
/// the latency that they really had.
/// </summary>
internal static class Embeddings
{
    private static readonly BatchOptions Defaults = new();

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine($"Embeddings, 20 ms a request and 0.1 ms an input, medians of {rounds} rounds taken in turn; one at a time once");
        Console.WriteLine($"{"inputs",6}  {"method",-22} {"requests",8} {"bound ms",9} {"took ms",9} {"ratio",6} {"speed-up",9}");
        foreach (var count in new[] { 1, 10, 100, 500 })
        {
            string[] inputs = [.. Enumerable.Range(0, count).Select(i => $"input {i}")];
            var single = await MeasureAsync(1, async generator =>
            {
                foreach (var input in inputs)
                {
                    await generator.GenerateAsync(input);
                }
            });
            Print(count, "one at a time", single, single);
            Print(count, "Batch.RunAsync, 10 slots", await MeasureAsync(rounds, generator => Batch.RunAsync(inputs, (input, token) => generator.GenerateAsync(input, cancellationToken: token))), single);
            Print(count, "EmbedBatchAsync", await MeasureAsync(rounds, generator => generator.EmbedBatchAsync(inputs, batchOptions: Defaults)), single);
        }
    }

    private static void Print(int count, string method, Run run, Run single) => Console.WriteLine(
        $"{count,6}  {method,-24} {run.Requests,6} {run.Bound,9:F1} {run.Took,9:F1} {run.Took / run.Bound,6:F2} {single.Took / run.Took,9:F1}");

    private static async Task<Run> MeasureAsync(int rounds, Func<SlowGenerator, Task> run)
    {
        var (took, bound, requests) = (new List<double>(), new List<double>(), 0);
        for (var round = rounds > 1 ? -1 : 0; round < rounds; round++)
        {
            var generator = new SlowGenerator();
            var watch = Stopwatch.StartNew();
            await run(generator);
            var elapsed = watch.Elapsed.TotalMilliseconds;
            if (round >= 0)
            {
                requests = generator.Requests;
                took.Add(elapsed);
                bound.Add(await generator.BoundAsync());
            }
        }

        return new Run(requests, Contender.Median(bound), Contender.Median(took));
    }

    private sealed record Run(int Requests, double Bound, double Took);

    private sealed class SlowGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        private int _inputs;
        private int _requests;

        public int Requests => _requests;

        /// <summary>One request with all inputs that were sent.</summary>
        public async Task<double> BoundAsync()
        {
            var began = Stopwatch.GetTimestamp();
            await GenerateAsync(Enumerable.Repeat("x", _inputs));
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var inputs = values.Count();
            Interlocked.Increment(ref _requests);
            Interlocked.Add(ref _inputs, inputs);
            await Task.Delay(TimeSpan.FromMilliseconds(20 + (0.1 * inputs)), cancellationToken);
            return new(Enumerable.Range(0, inputs).Select(_ => new Embedding<float>(default)));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: "text-embedding-3-small") : null;

        public void Dispose()
        {
        }
    }
}
