using BatchMigrate.Mutation;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Capabilities.TestFramework;

var builder = await TestApplication.CreateBuilderAsync(args);
builder.RegisterTestFramework(static _ => new TestFrameworkCapabilities(), static (_, _) => Environment.GetEnvironmentVariable("MUTATION_TESTS") == "runtime" ? new RuntimeFramework() : new CheckFramework());
using var application = await builder.BuildAsync();
return await application.RunAsync();
