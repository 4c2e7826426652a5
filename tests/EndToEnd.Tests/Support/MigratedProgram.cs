using SimulatedProvider;

namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>A console program on its whole way: built, run, rewritten, built, run, and rewritten once more. Done once; the tests look at its stations.</summary>
public sealed class MigratedProgram(PackageFixture fixture) : IAsyncLifetime
{
    private const string Project = "App.csproj";

    internal IReadOnlyList<Finding> FindingsBefore { get; private set; } = [];

    internal IReadOnlyList<Finding> FindingsAfter { get; private set; } = [];

    internal string SourceAfter { get; private set; } = "";

    internal string SourceAfterSecondRun { get; private set; } = "";

    internal string OutputBefore { get; private set; } = "";

    internal string OutputAfter { get; private set; } = "";

    internal ProviderCounters CountersBefore { get; private set; } = new();

    internal ProviderCounters CountersAfter { get; private set; } = new();

    public async Task InitializeAsync()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.Console);
        consumer.Write("Program.cs", Programs.Console);

        FindingsBefore = await consumer.BuildCleanlyAsync(Project);
        (OutputBefore, CountersBefore) = await RunAsync(consumer, together: 1);

        await consumer.FormatAsync(Project);
        SourceAfter = consumer.Read("Program.cs");
        FindingsAfter = await consumer.BuildCleanlyAsync(Project);
        (OutputAfter, CountersAfter) = await RunAsync(consumer, together: FindingsAfter.Count == 0 && SourceAfter != Programs.Console ? Programs.Answered : 1);

        await consumer.FormatAsync(Project);
        SourceAfterSecondRun = consumer.Read("Program.cs");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs the program against a provider that answers only once so many requests are there.</summary>
    private static async Task<(string Output, ProviderCounters Counters)> RunAsync(Consumer consumer, int together)
    {
        var allHere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        await using var provider = await SimulatedProviderHost.StartAsync(new()
        {
            Gate = (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref here) == together)
                {
                    allHere.SetResult();
                }

                return allHere.Task.WaitAsync(cancellationToken);
            },
        });
        var run = await consumer.RunAsync(consumer.PathOf("bin/Debug/net10.0/App.dll"), provider.Endpoint.AbsoluteUri);
        return (run.EnsureSuccess().Output, provider.Counters);
    }
}
