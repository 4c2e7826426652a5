namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>A folder with projects that use the package, and the commands that are run on them.</summary>
internal sealed class Consumer
{
    private readonly ConsumerFolder _shared;

    public Consumer(ConsumerFolder shared, string name)
    {
        _shared = shared;
        Folder = Path.Combine(shared.Path, name);
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public SortedDictionary<string, string> ReadSources() => SourceTree.Read(Folder);

    public Task<CommandResult> RunAsync(params string[] arguments) => _shared.Cli.RunAsync(arguments);

    /// <summary>Builds a project or solution, whole, so that every warning is printed.</summary>
    public Task<CommandResult> BuildAsync(string target, params string[] properties) =>
        RunAsync(["build", PathOf(target), "--no-incremental", "-nodeReuse:false", .. properties]);

    /// <summary>What a successful build reported.</summary>
    public async Task<IReadOnlyList<Finding>> BuildCleanlyAsync(string target, params string[] properties) =>
        FindingsOf((await BuildAsync(target, properties)).EnsureSuccess());

    public IReadOnlyList<Finding> FindingsOf(CommandResult build) => Finding.In(build.Output, Folder);

    /// <summary>Runs the README's command successfully.</summary>
    public async Task FormatAsync(string target, params string[] options) => (await TryFormatAsync(target, options)).EnsureSuccess();

    /// <summary>Runs the README's command, whatever its exit code.</summary>
    public Task<CommandResult> TryFormatAsync(string target, params string[] options) =>
        _shared.Cli.RunAsync(FixCommand.Arguments(PathOf(target), options));
}
