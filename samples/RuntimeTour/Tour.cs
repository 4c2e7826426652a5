using System.ClientModel;
using System.Diagnostics;
using System.Globalization;
using BatchMigrate;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace RuntimeTour;

/// <summary>Shows what the runtime does, one feature after another, against a simulated provider over HTTP.</summary>
/// <param name="console">Where to say it.</param>
/// <param name="progress">Makes a progress bar with a label.</param>
/// <param name="pace">What all times of the provider are multiplied with: 1 for people, less for tests.</param>
internal sealed partial class Tour(TextWriter console, Func<string, IProgress<BatchProgress>> progress, double pace = 1)
{
    // A dollar a thousand tokens of prompts, and two of answers: figures that can be read.
    private static readonly ModelPricing Prices = new([new("simulated", new ModelPrice(1000, 2000)), new("small", new ModelPrice(150, 600)), new("large", new ModelPrice(2500, 10_000))]);

    /// <summary>Runs all steps and ends with a table of them.</summary>
    /// <exception cref="StepFailedException">A step did not come out as it should.</exception>
    public async Task<IReadOnlyList<Step>> RunAsync(CancellationToken cancellationToken = default)
    {
        List<Step> steps =
        [
            await LimitNotKnownAsync(cancellationToken),
            await LimitKnownAsync(cancellationToken),
            await RetriesAsync(cancellationToken),
            await FailureOfOneItemAsync(cancellationToken),
            await EstimateAndBoundAsync(cancellationToken),
            await CheckpointAndResumeAsync(cancellationToken),
            await StreamingAsync(cancellationToken),
            await ComparisonAsync(cancellationToken),
        ];
        console.WriteLine();
        foreach (var line in Step.Table(steps))
        {
            console.WriteLine(line);
        }

        return steps;
    }

    private static IEnumerable<string> Questions(int count) => Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"What does chapter {i} say about the harvest of that year?"));

    // The one line that a program adds for its client: the batch takes the retries and reads the limits.
    private static ChatClient Client(SimulatedProviderHost host, string model = "simulated") =>
        new(model, new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint }.UseBatchMigrate());

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new StepFailedException(otherwise);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Begins a step with a provider of its own, whose answers take a third of a second in the median.</summary>
    private async Task<(SimulatedProviderHost Host, Stopwatch Watch)> BeginAsync(string title, SimulatedProviderOptions? provider = null)
    {
        console.WriteLine();
        console.WriteLine(title);
        var options = (provider ?? new SimulatedProviderOptions()) with { Latency = LatencyDistribution.LogNormal(Milliseconds(330), 0.4) };
        return (await SimulatedProviderHost.StartAsync(options), Stopwatch.StartNew());
    }

    private TimeSpan Milliseconds(double time) => TimeSpan.FromMilliseconds(time * pace);

    private int PerMinute(int number) => (int)(number / pace);

    private void Say(FormattableString text) => console.WriteLine($"   {Text(text)}");
}
