using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Capabilities.TestFramework;

namespace BatchMigrate.Mutation;

/// <summary>Runs the checks of the analyzers, or those of the runtime.</summary>
internal static class Entry
{
    public static async Task<int> Main(string[] args)
    {
        var isRuntime = Environment.GetEnvironmentVariable("MUTATION_TESTS") == "runtime";
        var builder = await TestApplication.CreateBuilderAsync(args);
        builder.RegisterTestFramework(static _ => new TestFrameworkCapabilities(), (_, _) => isRuntime ? new RuntimeFramework() : new CheckFramework());
        using var application = await builder.BuildAsync();
        return await application.RunAsync();
    }
}
