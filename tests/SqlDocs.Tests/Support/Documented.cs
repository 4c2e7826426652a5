using System.Text.Json;
using SimulatedProvider;

namespace SqlDocs.Tests.Support;

/// <summary>A folder with a schema and its documents, a provider, and the program that is run on them.</summary>
internal sealed class Documented : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sqldocs-");

    private Documented(SimulatedProviderHost provider) => Provider = provider;

    public SimulatedProviderHost Provider { get; }

    /// <summary>What the program said beside its results, in its last run.</summary>
    public string Messages { get; private set; } = "";

    public string Data => Path.Combine(_folder.FullName, "docs.db");

    public string Sql => Path.Combine(_folder.FullName, "schema.sql");

    /// <summary>The files that are left of answers.</summary>
    public string[] AnswerFiles => [.. _folder.EnumerateFiles("*.jsonl").Select(file => file.Name)];

    /// <summary>Starts a provider beside a schema.</summary>
    public static async Task<Documented> StartAsync(string sql, SimulatedProviderOptions? provider = null)
    {
        var documented = new Documented(await SimulatedProviderHost.StartAsync(provider ?? new()));
        File.WriteAllText(documented.Sql, sql);
        return documented;
    }

    /// <summary>A schema of so many small tables, of which each but the first refers to the one before where that is asked for.</summary>
    public static string Tables(int count, int relationships = 0) => string.Concat(Enumerable.Range(1, count).Select(i => FormattableString.Invariant(
        $"create table t{i} (id integer primary key{(i > 1 && i <= relationships + 1 ? FormattableString.Invariant($", parent integer references t{i - 1}") : "")});\n")));

    /// <summary>The arguments of a command on this schema.</summary>
    public IReadOnlyList<string> Arguments(params ReadOnlySpan<string> command) =>
        [.. command, .. command.IndexOf("--database") < 0 ? ["--sql", Sql] : Array.Empty<string>(), "--data", Data, "--endpoint", Provider.Endpoint.AbsoluteUri, "--dimensions", "256"];

    /// <summary>Runs the program.</summary>
    public async Task<(int ExitCode, JsonElement Result)> RunAsync(Func<string, bool>? ask, params string[] command)
    {
        using var output = new MemoryStream();
        await using var messages = new StringWriter();
        var options = CommandLine.Parse(Arguments(command), _ => null)!;
        var exitCode = await new SqlDocsProgram(output, messages, progress: null, ask).RunAsync(options, CancellationToken.None);
        Messages = messages.ToString();
        return (exitCode, output.Length == 0 ? default : JsonElement.Parse(output.ToArray()));
    }

    /// <summary>Runs the program where there is no terminal.</summary>
    public Task<(int ExitCode, JsonElement Result)> RunAsync(params string[] command) => RunAsync(null, command);

    /// <summary>Runs what must end well, and gives its result.</summary>
    public async Task<JsonElement> DoAsync(params string[] command)
    {
        var (exitCode, result) = await RunAsync(command);
        Assert.True(exitCode == 0, $"{Messages}{result}");
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
