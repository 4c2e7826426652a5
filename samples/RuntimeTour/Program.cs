using RuntimeTour;
using Samples;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    // The checkpoint's folder is removed on the way out.
    e.Cancel = true;
    stop.Cancel();
};
try
{
    await new Tour(Console.Out, label => new ConsoleProgress(label)).RunAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("error: stopped.");
    return 130;
}
catch (StepFailedException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
