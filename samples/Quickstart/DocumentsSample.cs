namespace Quickstart;

/// <summary>A copy of <c>samples/Documents</c> that is built against the package.</summary>
internal sealed class DocumentsSample
{
    private const string Solution = "Documents.slnx";

    private readonly ConsumerFolder _consumer;

    /// <summary>Makes the copy.</summary>
    public DocumentsSample(string checkout, ConsumerFolder consumer)
    {
        _consumer = consumer;
        Folder = Path.Combine(consumer.Path, "Documents");
        SourceTree.Copy(Path.Combine(checkout, "samples", "Documents"), Folder);
        File.WriteAllText(
            Path.Combine(Folder, Solution),
            $"<Solution>\n{string.Concat(Projects.Select(project => $"  <Project Path=\"{project}/Documents.{project}.csproj\" />\n"))}</Solution>\n");
    }

    /// <summary>The folders of the programs: one for each client library.</summary>
    public static IReadOnlyList<string> Projects { get; } = ["OpenAI", "ExtensionsAI"];

    public string Folder { get; }

    public SortedDictionary<string, string> ReadSources() => SourceTree.Read(Folder);

    /// <summary>Builds both programs; compiles even what is up to date, because only then the compiler repeats its warnings.</summary>
    public Task<CommandResult> BuildAsync(CancellationToken cancellationToken = default) =>
        _consumer.Cli.RunAsync(["build", Path.Combine(Folder, Solution), "--no-incremental", "-nodeReuse:false"], cancellationToken);

    /// <summary>Applies the fixes to both programs, once.</summary>
    public Task<CommandResult> FormatAsync(CancellationToken cancellationToken = default) =>
        _consumer.Cli.RunAsync(FixCommand.Arguments(Path.Combine(Folder, Solution)), cancellationToken);

    /// <summary>Sets the programs aside as they are built now.</summary>
    public void SavePrograms(string name)
    {
        foreach (var project in Projects)
        {
            var from = Path.Combine(Folder, project, "bin", "Debug", "net10.0");
            var to = Path.Combine(_consumer.Path, name, project);
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
        }
    }

    /// <summary>Runs one place of a program that was set aside.</summary>
    /// <exception cref="StepFailedException">The program failed.</exception>
    public async Task<ProgramRun> RunAsync(string name, Place place, Uri endpoint, CancellationToken cancellationToken = default)
    {
        var program = Path.Combine(_consumer.Path, name, place.Project, $"Documents.{place.Project}.dll");
        var cli = new DotNetCli(_consumer.Path, new Dictionary<string, string> { ["OPENAI_API_KEY"] = "simulated" });
        var result = await cli.RunAsync([program, "--endpoint", endpoint.AbsoluteUri, "--only", place.Step], cancellationToken);
        return ProgramRun.Read(result.EnsureSuccess());
    }
}
