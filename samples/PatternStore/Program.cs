using PatternStore;
using PatternStore.Storing;

const int Done = 0;
const int CannotStart = 1;
const int BadArguments = 2;

ServiceOptions? options;
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

try
{
    await using var service = await ServiceHost.StartAsync(options);
    Console.WriteLine($"Embeddings: {(options.Endpoint is null ? "simulated, in this process" : $"{options.Model} of {options.Endpoint.Host}")}");
    Console.WriteLine($"Patterns:   {(options.Qdrant is null ? Path.GetFullPath(options.Data) : $"{options.Collection} in Qdrant at {options.Qdrant.Host}")}");
    Console.WriteLine($"Listening on {service.Address}; {service.Address}openapi/v1.json describes it. Ctrl+C ends it.");
    await service.WaitAsync();
    return Done;
}
catch (Exception e) when (e is PatternStoreException or IOException)
{
    Console.Error.WriteLine($"error: {(e is IOException ? $"cannot listen on port {options.Port}: {e.Message}" : e.Message)}");
    return CannotStart;
}
