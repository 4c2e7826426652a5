using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using DocGen;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

const string Usage = "Usage: dotnet run -- --endpoint URL. The key is read from OPENAI_API_KEY.";

if (args is not ["--endpoint", var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine($"error: an endpoint and a key are needed. {Usage}");
    return 2;
}

var options = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
var credential = new ApiKeyCredential(key);
var index = new SymbolIndex(new EmbeddingClient("text-embedding-3-small", credential, options));
var documenter = new SymbolDocumenter(new ChatClient("gpt-4o-mini", credential, options));
var elapsed = Stopwatch.StartNew();

var symbols = Symbol.Read(Path.Combine(AppContext.BaseDirectory, "Input"));
await index.AddAsync(symbols);

var page = "";
foreach (var symbol in symbols)
{
    if (symbol.Signature.Contains(" override "))
    {
        // It does what the member that it overrides does.
        continue;
    }

    Console.Error.WriteLine($"Documenting {symbol.Name} ...");
    var text = await documenter.DocumentAsync(symbol, index.Near(symbol));
    if (symbol.Page != page)
    {
        page = symbol.Page;
        Console.WriteLine($"# {page}\n");
    }

    Console.WriteLine($"## {symbol.Signature}\n\n{text}\n");
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds}");
return 0;
