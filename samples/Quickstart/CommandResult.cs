namespace Quickstart;

/// <summary>How a command ended and what it printed.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Gives the result back if the command succeeded.</summary>
    /// <exception cref="StepFailedException">It did not; the message holds what it printed.</exception>
    public CommandResult EnsureSuccess() =>
        ExitCode == 0
            ? this
            : throw new StepFailedException($"'{Command}' ended with exit code {ExitCode}.{Environment.NewLine}{Output}{Error}".TrimEnd());
}
