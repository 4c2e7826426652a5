using System.Diagnostics;

namespace Quickstart;

/// <summary>Runs <c>dotnet</c> commands in a folder, each with a time limit and without leaving build nodes behind.</summary>
internal sealed class DotNetCli(string folder, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    // The SDK that runs this program, rather than the first one on the path.
    private static readonly string Executable = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    /// <summary>Runs a command to its end, whatever its exit code.</summary>
    /// <exception cref="StepFailedException">There is no such program, or it took longer than a quarter of an hour.</exception>
    public async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var command = $"dotnet {string.Join(' ', arguments)}";
        using var process = Start(arguments, command);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(command, process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new StepFailedException($"'{command}' did not end within {Limit.TotalMinutes:0} minutes.");
        }
    }

    private Process Start(IReadOnlyList<string> arguments, string command)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheHost).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Defaults.Concat(environment))
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start) ?? throw new StepFailedException($"'{command}' did not start.");
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StepFailedException($"'{command}' did not start: {e.Message}");
        }
    }

    // `dotnet run` and `dotnet test` hand their own MSBuild settings down, which would make another build differ from one at a console.
    private static bool IsOfTheHost(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
