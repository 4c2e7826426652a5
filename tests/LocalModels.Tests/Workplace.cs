using BatchMigrate;

namespace LocalModels.Tests;

/// <summary>A folder for a run's files, and what it prints.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-models-");

    public string Report => PathOf("report.html");

    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(file => file.Name);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs the program and gives the lines that it printed.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(Options options, double pace = 1, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new App(output, _ => new Silent(), pace).RunAsync(options with { Report = Report }, cancellationToken);
        return output.ToString().Split('\n');
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Silent : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
        }
    }
}
