using LocalModels;
using Samples;

const int Done = 0;
const int Failed = 1;
const int BadArguments = 2;
const int Stopped = 130;

Options? options;
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
    return Done;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    // The requests under way are cancelled, and the server hears of it.
    e.Cancel = true;
    stop.Cancel();
};
try
{
    var app = new App(Console.Out, label => new ConsoleProgress(Console.Error, Console.IsErrorRedirected ? null : () => Math.Max(1, Console.WindowWidth), TimeProvider.System, label));
    await app.RunAsync(options, stop.Token);
    return Done;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("error: stopped.");
    return Stopped;
}
catch (RunFailedException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return Failed;
}
