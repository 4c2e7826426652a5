using System.Xml.Linq;

namespace Quickstart.Systems;

/// <summary>A copy of every <c>samples/*.Before</c> that is built against the package, as one solution.</summary>
internal sealed class SystemsCopy
{
    /// <summary>The copy's folder below the consumer's.</summary>
    public const string FolderName = "systems";

    private const string Solution = "Systems.slnx";

    private readonly ConsumerFolder _consumer;

    /// <summary>Makes the copy: the projects, and the files that they link from the samples beside them, in the places that they had.</summary>
    public SystemsCopy(string checkout, ConsumerFolder consumer)
    {
        _consumer = consumer;
        Folder = Path.Combine(consumer.Path, FolderName);
        var samples = Path.Combine(checkout, "samples");
        foreach (var sample in SystemSample.All)
        {
            SourceTree.Copy(Path.Combine(samples, sample.Before), Path.Combine(Folder, sample.Before));
        }

        foreach (var name in SystemSample.All.SelectMany(sample => LinkedFiles(samples, sample)).Distinct())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
            File.Copy(Path.Combine(samples, name), Path.Combine(Folder, name));
        }

        File.WriteAllText(
            Path.Combine(Folder, Solution),
            $"<Solution>\n{string.Concat(SystemSample.All.Select(sample => $"  <Project Path=\"{sample.Before}/{sample.Before}.csproj\" />\n"))}</Solution>\n");
    }

    public string Folder { get; }

    public SortedDictionary<string, string> ReadSources() => SourceTree.Read(Folder);

    /// <summary>Builds all of them, whole, and gives what the compiler reports.</summary>
    /// <exception cref="StepFailedException">The build failed.</exception>
    public async Task<IReadOnlyList<Finding>> BuildAsync(CancellationToken cancellationToken = default)
    {
        var build = await _consumer.Cli.RunAsync(["build", Path.Combine(Folder, Solution), "--no-incremental", "-nodeReuse:false"], cancellationToken);
        return Finding.In(build.EnsureSuccess().Output, Folder);
    }

    /// <summary>Applies the fixes to all of them, once.</summary>
    /// <exception cref="StepFailedException">The command failed.</exception>
    public async Task FormatAsync(CancellationToken cancellationToken = default) =>
        (await _consumer.Cli.RunAsync(FixCommand.Arguments(Path.Combine(Folder, Solution)), cancellationToken)).EnsureSuccess();

    /// <summary>Sets the programs aside as they are built now.</summary>
    public void SavePrograms(string version)
    {
        foreach (var sample in SystemSample.All)
        {
            SourceTree.Copy(Path.Combine(Folder, sample.Before, "bin", "Debug", "net10.0"), ProgramOf(version, sample));
        }
    }

    /// <summary>Runs a program that was set aside.</summary>
    /// <exception cref="StepFailedException">The program failed.</exception>
    public async Task<ProgramRun> RunAsync(string version, SystemSample sample, Uri endpoint, CancellationToken cancellationToken = default)
    {
        var cli = new DotNetCli(_consumer.Path, new Dictionary<string, string> { ["OPENAI_API_KEY"] = "simulated" });
        var run = await cli.RunAsync([Path.Combine(ProgramOf(version, sample), $"{sample.Before}.dll"), "--endpoint", endpoint.AbsoluteUri], cancellationToken);
        return ProgramRun.Read(run.EnsureSuccess());
    }

    private string ProgramOf(string version, SystemSample sample) => Path.Combine(_consumer.Path, version, sample.Name);

    /// <summary>What a project includes from outside its folder, relative to the samples.</summary>
    private static IEnumerable<string> LinkedFiles(string samples, SystemSample sample)
    {
        var project = Path.Combine(samples, sample.Before);
        return
            from item in XDocument.Load(Path.Combine(project, $"{sample.Before}.csproj")).Descendants()
            from include in (item.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.TrimEntries)
            where include.StartsWith("../", StringComparison.Ordinal)
            let path = Path.GetFullPath(include, project)
            from file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path))
            select Path.GetRelativePath(samples, file).Replace('\\', '/');
    }
}
