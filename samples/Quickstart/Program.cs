using Quickstart;
using Quickstart.Systems;

CommandLine commandLine;
try
{
    commandLine = CommandLine.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    Console.Error.WriteLine(CommandLine.Help);
    return 2;
}

if (commandLine.ShowHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

try
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, e) =>
    {
        // The workspace is removed on the way out.
        e.Cancel = true;
        stop.Cancel();
    };
    await (commandLine.Systems
        ? SystemsTour.ShowAsync(Checkout.Find(), commandLine.Keep, Console.Out, stop.Token)
        : Tour.RunAsync(Checkout.Find(), commandLine.Keep, Console.Out, stop.Token));
    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("error: stopped.");
    return 130;
}
catch (Exception e) when (e is StepFailedException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
