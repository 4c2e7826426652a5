using System.Runtime.InteropServices;
using System.Text.Json;

namespace SimulatedProvider;

/// <summary>The program: starts the provider, says where it listens, and runs until it is told to end.</summary>
internal static class EntryPoint
{
    private const int Done = 0;
    private const int CannotListen = 1;
    private const int BadArguments = 2;

    private static async Task<int> Main(string[] args)
    {
        SimulatedProviderOptions? options;
        try
        {
            options = CommandLine.Parse(args);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            await Console.Error.WriteLineAsync("Run with --help for the options.");
            return BadArguments;
        }

        if (options is null)
        {
            Console.WriteLine(CommandLine.Help);
            return Done;
        }

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

        SimulatedProviderHost host;
        try
        {
            host = await SimulatedProviderHost.StartAsync(options);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"error: cannot listen on port {options.Port}: {e.Message}");
            return CannotListen;
        }

        await using (host)
        {
            Console.WriteLine($"Listening on {host.Endpoint}");
            await end.Task;
            Console.WriteLine(JsonSerializer.Serialize(host.Counters, JsonSerializerOptions.Web));
        }

        return Done;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            end.TrySetResult();
        }
    }
}
