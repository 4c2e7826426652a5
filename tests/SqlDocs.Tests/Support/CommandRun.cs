using System.Diagnostics;

namespace SqlDocs.Tests.Support;

/// <summary>A program that was run to its end, with what it printed.</summary>
internal static class CommandRun
{
    /// <summary>Runs a program that must succeed.</summary>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <exception cref="InvalidOperationException">It failed; the message has what it printed.</exception>
    public static async Task<string> SucceedAsync(string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? texts[0] : throw new InvalidOperationException($"'{string.Join(' ', command)}' failed with {process.ExitCode}: {texts[1]}{texts[0]}");
    }
}
