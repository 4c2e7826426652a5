using System.Text.Encodings.Web;
using System.Text.Json;
using SqlDocs.Storing;

namespace SqlDocs.Indexing;

/// <summary>Writes the results as JSON, from the store to the stream.</summary>
internal static class Reports
{
    private const int FlushAt = 16 * 1024;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is pending, what it would cost at its dearest, and how many batches it is.</summary>
    public static void WriteStatus(Stream output, DocumentStore store, CostEstimate tables, CostEstimate relationships, int batchSize) => Write(output, json =>
    {
        var all = tables + relationships;
        json.WriteNumber("pending_tables", tables.Items);
        json.WriteNumber("pending_relationships", relationships.Items);
        json.WriteNumber("total_pending", all.Items);
        json.WriteNumber("failed_before", store.CountFailed());
        json.WriteNumber("indexed", store.Count(ItemKind.Table, ItemState.Indexed) + store.Count(ItemKind.Relationship, ItemState.Indexed));
        WriteAmount(json, "estimated_table_cost", tables.HighestCost);
        WriteAmount(json, "estimated_relationship_cost", relationships.HighestCost);
        WriteAmount(json, "total_estimated_cost", all.HighestCost);
        json.WriteNumber("batch_size", batchSize);
        json.WriteNumber("estimated_batches", store.CountBatches(batchSize));
    });

    /// <summary>What the pending items would take.</summary>
    public static void WriteEstimate(Stream output, CostEstimate estimate) => Write(output, json =>
    {
        json.WriteNumber("total_items", estimate.Items);
        json.WriteNumber("requests", estimate.Requests);
        json.WriteNumber("estimated_tokens", estimate.MostTokens);
        json.WriteNumber("fewest_tokens", estimate.FewestTokens);
        WriteAmount(json, "estimated_cost_usd", estimate.HighestCost);
        WriteAmount(json, "lowest_cost_usd", estimate.LowestCost);
        WriteAmount(json, "cost_per_item", estimate.Items == 0 ? 0 : estimate.HighestCost / estimate.Items);
    });

    /// <summary>What became of each table and relationship of a run, and the share that went well.</summary>
    /// <returns>How many are not indexed.</returns>
    public static long WriteRun(Stream output, DocumentStore store, decimal spent, string? stoppedBecause)
    {
        var (tables, relationships) = (default(Count), default(Count));
        Write(output, json =>
        {
            tables = WriteOutcomes(json, "table_processing_results", store.Outcomes(ItemKind.Table));
            relationships = WriteOutcomes(json, "relationship_processing_results", store.Outcomes(ItemKind.Relationship));
            var (processed, indexed) = (tables.Processed + relationships.Processed, tables.Indexed + relationships.Indexed);
            json.WriteStartObject("summary");
            json.WriteNumber("total_tables_processed", tables.Processed);
            json.WriteNumber("successful_tables", tables.Indexed);
            json.WriteNumber("total_relationships_processed", relationships.Processed);
            json.WriteNumber("successful_relationships", relationships.Indexed);
            json.WriteNumber("not_reached", tables.NotReached + relationships.NotReached);
            json.WritePropertyName("overall_success_rate");
            // Of nothing everything went well.
            json.WriteRawValue(FormattableString.Invariant($"{(processed == 0 ? 1 : (double)indexed / processed):0.000}"));
            WriteAmount(json, "cost_usd", spent);
            if (stoppedBecause is not null)
            {
                json.WriteString("stopped_because", stoppedBecause);
            }

            json.WriteEndObject();
        });
        return tables.Processed - tables.Indexed + tables.NotReached + relationships.Processed - relationships.Indexed + relationships.NotReached;
    }

    /// <summary>What was found.</summary>
    public static void WriteMatches(Stream output, string query, IEnumerable<DocumentMatch> matches) => Write(output, json =>
    {
        json.WriteString("query", query);
        json.WriteStartArray("results");
        foreach (var (item, score) in matches)
        {
            json.WriteStartObject();
            json.WriteString("kind", item.Kind == ItemKind.Table ? "table" : "relationship");
            json.WriteString("name", item.Name);
            json.WritePropertyName("score");
            json.WriteRawValue(FormattableString.Invariant($"{score:0.000}"));
            json.WriteString("description", item.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static Count WriteOutcomes(Utf8JsonWriter json, string name, IEnumerable<ItemOutcome> outcomes)
    {
        var count = default(Count);
        json.WriteStartObject(name);
        foreach (var outcome in outcomes)
        {
            switch (outcome)
            {
                case { State: ItemState.Indexed }:
                    json.WriteString(outcome.Name, "indexed");
                    count = count with { Processed = count.Processed + 1, Indexed = count.Indexed + 1 };
                    break;
                case { Error: { } error, IsOfThisRun: true }:
                    json.WriteString(outcome.Name, $"failed: {error}");
                    count = count with { Processed = count.Processed + 1 };
                    break;
                default:
                    json.WriteString(outcome.Name, "not reached");
                    count = count with { NotReached = count.NotReached + 1 };
                    break;
            }

            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndObject();
        return count;
    }

    // As people write amounts: 0.000270, never 2.7E-04.
    private static void WriteAmount(Utf8JsonWriter json, string name, decimal? amount)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(amount is null ? "null" : FormattableString.Invariant($"{amount:0.000000}"));
    }

    private static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        output.Flush();
    }

    private readonly record struct Count(long Processed, long Indexed, long NotReached);
}
