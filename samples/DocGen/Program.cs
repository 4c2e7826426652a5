using DocGen;
using Samples;

const int Done = 0;
const int Failed = 1;
const int BadArguments = 2;
const int Stopped = 130;

DocGenOptions? options;
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
    e.Cancel = true;
    stop.Cancel();
};
try
{
    var app = new App(Console.Out, Console.Error, label => new ConsoleProgress(Console.Error, Console.IsErrorRedirected ? null : () => Console.WindowWidth, TimeProvider.System, label));
    return await app.RunAsync(options, stop.Token) ? Done : Failed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("error: stopped.");
    return Stopped;
}
catch (Exception e) when (e is DocGenException or IOException or InvalidDataException or InvalidOperationException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return Failed;
}
