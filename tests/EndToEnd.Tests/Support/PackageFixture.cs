namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>Packs once, and keeps the folders in which the tests' projects stand and into which their restores unpack.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("batchmigrate-").FullName;
    private ConsumerFolder? _consumers;
    private LocalPackage? _package;
    private int _projects;

    internal string Checkout { get; } = global::Quickstart.Checkout.Find();

    internal LocalPackage Package => _package ?? throw new InvalidOperationException("Not packed yet.");

    public async Task InitializeAsync()
    {
        _package = await LocalPackage.PackAsync(Checkout, Path.Combine(_folder, "package"), Path.Combine(_folder, "build"));
        _consumers = await ConsumerFolder.CreateAsync(Path.Combine(_folder, "consumers"), _package);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>An empty folder that no other test uses, and that shares the restored packages.</summary>
    internal Consumer CreateConsumer() =>
        new(_consumers ?? throw new InvalidOperationException("Not packed yet."), $"{Interlocked.Increment(ref _projects)}");

    /// <summary>Runs a tool of the checkout's manifest, which is restored first; without a package registry that fails with what NuGet says.</summary>
    internal async Task<CommandResult> RunToolAsync(string tool, params string[] arguments)
    {
        var cli = new DotNetCli(Checkout, new Dictionary<string, string> { ["BatchMigrateVersion"] = Package.Version });
        (await cli.RunAsync(["tool", "restore"])).EnsureSuccess();
        return await cli.RunAsync(["tool", "run", tool, "--", .. arguments]);
    }

    /// <summary>A path for a test that sets its folder up itself.</summary>
    internal string CreatePath(string name) => Path.Combine(_folder, name);
}
