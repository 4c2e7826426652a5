using Samples;
using SqlDocs;

const int BadArguments = 2;
const int Stopped = 130;

RunOptions? options;
try
{
    options = CommandLine.Parse(args, Environment.GetEnvironmentVariable);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    Console.Error.WriteLine("Run with --help for the options.");
    return BadArguments;
}

if (options is null)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    var progress = new ConsoleProgress(Console.Error, Console.IsErrorRedirected ? null : () => Math.Max(1, Console.WindowWidth), TimeProvider.System, "describing");
    await using var output = Console.OpenStandardOutput();
    return await new SqlDocsProgram(output, Console.Error, progress, Console.IsInputRedirected ? null : Ask).RunAsync(options, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("error: stopped. What is done is kept; run it again for the rest.");
    return Stopped;
}

static bool Ask(string question)
{
    Console.Error.Write(question);
    return Console.ReadLine()?.Trim() is { Length: > 0 } answer && "yes".StartsWith(answer, StringComparison.OrdinalIgnoreCase);
}
