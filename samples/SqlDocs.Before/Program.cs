using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using SqlDocs;
using SqlDocs.Schema;
using SqlDocs.Storing;

const string Usage = "Usage: dotnet run -- --endpoint URL. The key is read from OPENAI_API_KEY.";
string[] questions = ["how much stock lies in the warehouse", "what did a customer order", "which supplier delivers a product", "money that was paid"];

if (args is not ["--endpoint", var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine($"error: an endpoint and a key are needed. {Usage}");
    return 2;
}

var options = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
var credential = new ApiKeyCredential(key);
var index = new DocumentIndex();
var agent = new IndexerAgent(new ChatClient("gpt-4o-mini", credential, options), new EmbeddingClient("text-embedding-3-small", credential, options), index);
var (tables, relationships) = Read(Path.Combine(AppContext.BaseDirectory, "shop.sql"));
var elapsed = Stopwatch.StartNew();

foreach (var (name, ok) in await agent.ProcessAsync(tables))
{
    Console.WriteLine($"table {name}: {(ok ? "indexed" : "failed")}");
}

foreach (var (name, ok) in await agent.ProcessAsync(relationships))
{
    Console.WriteLine($"relationship {name}: {(ok ? "indexed" : "failed")}");
}

Console.WriteLine($"{index.Count} of {tables.Count + relationships.Count} documents");
foreach (var (question, document) in questions.Zip(await agent.SearchAsync(questions)))
{
    Console.WriteLine($"{question}: {document.Name}, {document.Description}");
}

Console.Error.WriteLine(elapsed.ElapsedMilliseconds);
return 0;

static (List<Document> Tables, List<Document> Relationships) Read(string path)
{
    var (tables, relationships) = (new Dictionary<TableName, Table>(), new List<Relationship>());
    foreach (var fact in new SqlFile(path).Read(CancellationToken.None))
    {
        switch (fact)
        {
            case SchemaFact.TableFound(var table):
                tables.Add(table.Name, table);
                break;
            case SchemaFact.TableChanged(var name, var change):
                tables[name] = change(tables[name]);
                break;
            case SchemaFact.RelationshipFound(var relationship):
                relationships.Add(relationship);
                break;
        }
    }

    return (
        [.. tables.Values.Select(table => new Document(table.Name.ToString(), Definitions.Of(table)))],
        [.. relationships.Select(one => new Document(one.FullName, Definitions.Of(one, tables[one.Table], tables[one.Target])))]);
}
