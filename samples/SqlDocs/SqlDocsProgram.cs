using System.ClientModel;
using BatchMigrate;
using Microsoft.Data.Sqlite;
using OpenAI;
using OpenAI.Embeddings;
using SimulatedProvider;
using SqlDocs.Indexing;
using SqlDocs.Schema;
using SqlDocs.Storing;

namespace SqlDocs;

/// <summary>The program behind its command line.</summary>
/// <param name="output">Where results go, as JSON.</param>
/// <param name="messages">Where everything else goes.</param>
/// <param name="progress">Hears how far the descriptions are; null where nobody does.</param>
/// <param name="ask">Asks a person; null where there is none to be asked.</param>
internal sealed class SqlDocsProgram(Stream output, TextWriter messages, IProgress<BatchProgress>? progress, Func<string, bool>? ask)
{
    private const int Done = 0;
    private const int NotDone = 1;

    /// <summary>Does what the options say.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            ISchemaSource source = options.Database is { } database ? new PostgresDatabase(database) : new SqlFile(options.Sql ?? Path.Combine(AppContext.BaseDirectory, "shop.sql"));
            using var store = DocumentStore.Open(options.Data, source.Name);
            if (options.Command != Command.Search)
            {
                store.ReplaceSchema(source.Read(cancellationToken));
            }

            var sends = options.Command is Command.Index or Command.Rebuild or Command.Search;
            if (sends)
            {
                store.Use(options.Describer, options.Space, rebuilds: options.Command == Command.Rebuild, describes: options.Descriptions);
            }

            await using var host = sends && options.Endpoint is null ? await SimulatedProviderHost.StartAsync(new(), cancellationToken) : null;
            var provider = new Provider(options, new OpenAIClientOptions { Endpoint = options.Endpoint ?? host?.Endpoint });
            if (options.Command == Command.Search)
            {
                OpenAIEmbedding query = await provider.Embeddings.GenerateEmbeddingAsync(options.Query, provider.EmbeddingOptions, cancellationToken);
                Reports.WriteMatches(output, options.Query, store.Search(query.ToFloats(), options.Limit));
                return Done;
            }

            var tables = await CostEstimate.OfAsync(store, provider, ItemKind.Table, options, cancellationToken);
            var relationships = await CostEstimate.OfAsync(store, provider, ItemKind.Relationship, options, cancellationToken);
            switch (options.Command)
            {
                case Command.Status:
                    Reports.WriteStatus(output, store, tables, relationships, options.PackSize);
                    return Done;
                case Command.Estimate:
                    Reports.WriteEstimate(output, tables + relationships);
                    return Done;
                default:
                    messages.WriteLine($"{source.Name}: {tables.Items} tables and {relationships.Items} relationships to do, by {(host is null ? options.Endpoint!.Host : "a simulated provider in this process")}.");
                    return await IndexAsync(options, store, provider, tables + relationships, cancellationToken);
            }
        }
        catch (Exception e) when (e is SchemaException or StoreException or BudgetException or IOException or InvalidDataException or SqliteException or ClientResultException)
        {
            // The provider's own messages may repeat what it was asked.
            messages.WriteLine($"error: {(e is ClientResultException answered ? $"the provider answered {answered.Status}." : e.Message)}");
            return NotDone;
        }
    }

    private async Task<int> IndexAsync(RunOptions options, DocumentStore store, Provider provider, CostEstimate estimate, CancellationToken cancellationToken)
    {
        var budget = new Budget(options.MaxCost, options.Yes, ask);
        budget.Begin(estimate.HighestCost);
        if (options.Command == Command.Rebuild)
        {
            store.Reset(options.Descriptions);
        }

        var found = store.Count(ItemKind.Table, ItemState.Found) + store.Count(ItemKind.Relationship, ItemState.Found);
        var overall = progress is null || found == 0 ? null : new RunProgress(found, progress, TimeProvider.System);
        var stopped = await new Indexer(store, provider, options, budget, overall).RunAsync(cancellationToken);
        overall?.End();
        var open = Reports.WriteRun(output, store, budget.Spent, stopped);
        if (stopped is not null)
        {
            messages.WriteLine($"error: {stopped} Run it again for the rest.");
        }

        return open == 0 ? Done : NotDone;
    }
}
