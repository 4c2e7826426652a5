using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Globalization;
using LocalModels;
using OpenAI;

const string Usage = "Usage: dotnet run -- --endpoint URL. The key is read from OPENAI_API_KEY.";
string[] models = ["qwen3:8b", "gemma3:4b"];

if (args is not ["--endpoint", var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine($"error: an endpoint and a key are needed. {Usage}");
    return 2;
}

var options = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
var manager = new ModelManager(new OpenAIClient(new ApiKeyCredential(key), options));
var elapsed = Stopwatch.StartNew();

// One that the simulated provider refuses, in the midst of the others.
List<string> prompts = [.. Prompts.All.Take(7), $"{Prompts.All[7]} [simulate:400]", .. Prompts.All.Skip(8)];
foreach (var generation in await manager.GenerateAllAsync(models[0], prompts))
{
    Console.WriteLine($"{generation.Prompt}\n  {generation.Error ?? generation.Text}");
}

foreach (var (model, tokens) in await manager.BenchmarkAsync(models, Prompts.ToCompare, runs: 3))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model}: {tokens:0.0} tokens an answer"));
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds}");
return 0;
