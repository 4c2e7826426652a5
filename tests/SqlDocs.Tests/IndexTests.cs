using System.Text.Json;
using SimulatedProvider;
using SqlDocs.Tests.Support;

namespace SqlDocs.Tests;

public sealed class IndexTests
{
    // Its document is longer than a model embeds; describing it is no trouble.
    private static readonly string TooLong = $"create table long (id integer primary key);\ncomment on table long is '{new string('x', 40_000)}';\n";

    [Fact]
    public async Task Each_table_and_relationship_is_documented_and_found()
    {
        await using var documented = await Documented.StartAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "shop.sql")));
        var report = await documented.DoAsync();
        var (tables, relationships, summary) = (Results(report, "table"), Results(report, "relationship"), report.GetProperty("summary"));
        Assert.Equal((12, 14), (tables.Count, relationships.Count));
        Assert.All(tables.Values.Concat(relationships.Values), outcome => Assert.Equal("indexed", outcome));
        Assert.Equal((12, 12, 14, 14), (Number(summary, "total_tables_processed"), Number(summary, "successful_tables"), Number(summary, "total_relationships_processed"), Number(summary, "successful_relationships")));
        Assert.Equal(26 + 1, documented.Provider.Counters.Requests);
        Assert.Empty(documented.AnswerFiles);

        var found = (await documented.DoAsync("search", "how much stock lies in the warehouse", "--limit", "2")).GetProperty("results");
        Assert.Equal("warehouse.stock", found[0].GetProperty("name").GetString());
        Assert.Contains("How much of each product", found[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, found.GetArrayLength());

        // Nothing is pending, so nothing is sent.
        var sent = documented.Provider.Counters.Requests;
        Assert.Empty(Results(await documented.DoAsync(), "table"));
        Assert.Equal(sent, documented.Provider.Counters.Requests);
    }

    [Fact]
    public async Task Batches_take_half_the_requests_of_one_item_after_another()
    {
        // Ten answers that wait for one another.
        var (here, allHere) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var batched = await Documented.StartAsync(Documented.Tables(120, relationships: 30), new SimulatedProviderOptions
        {
            Gate = (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref here) == 10)
                {
                    allHere.SetResult();
                }

                return allHere.Task.WaitAsync(cancellationToken);
            },
        });
        await batched.DoAsync();
        Assert.Equal(150 + 2, batched.Provider.Counters.Requests);
        Assert.Equal(10, batched.Provider.Counters.PeakConcurrency);

        await using var single = await Documented.StartAsync(Documented.Tables(120, relationships: 30));
        await single.DoAsync("index", "--individual");
        Assert.Equal(300, single.Provider.Counters.Requests);
        Assert.Equal(1, single.Provider.Counters.PeakConcurrency);
        foreach (var query in new[] { "t7", "t99" })
        {
            Assert.Equal((await single.DoAsync("search", query)).ToString(), (await batched.DoAsync("search", query)).ToString());
        }
    }

    [Fact]
    public async Task A_batch_that_is_refused_is_sent_again_down_to_the_document_that_is_wrong()
    {
        await using var documented = await Documented.StartAsync(
            Documented.Tables(60) + TooLong + "create table odd (id integer primary key);\ncomment on table odd is '[simulate:400]';\n");
        var (exitCode, report) = await documented.RunAsync();
        Assert.Equal(1, exitCode);
        var tables = Results(report, "table");
        Assert.Equal("failed: No vector: the provider answered 400", tables["long"]);
        Assert.Equal("failed: No description: the provider answered 400", tables["odd"]);
        Assert.Equal(60, tables.Values.Count(outcome => outcome == "indexed"));
        Assert.Equal(0.968, report.GetProperty("summary").GetProperty("overall_success_rate").GetDouble());
        var status = await documented.DoAsync("status");
        Assert.Equal((2, 2, 60), (Number(status, "total_pending"), Number(status, "failed_before"), Number(status, "indexed")));

        // Only what is wrong is tried again, and what is described is not described again.
        var sent = documented.Provider.Counters.Requests;
        Assert.Equal(["long", "odd"], Results((await documented.RunAsync()).Result, "table").Keys);
        Assert.Equal(sent + 2, documented.Provider.Counters.Requests);

        // A document that fits is a new one.
        await File.WriteAllTextAsync(documented.Sql, Documented.Tables(60) + "create table long (id integer primary key);");
        Assert.Equal(["long"], Results(await documented.DoAsync(), "table").Keys);
        Assert.Equal(61, Number(await documented.DoAsync("status"), "indexed"));
    }

    [Fact]
    public async Task A_refused_key_stops_the_run_and_leaves_the_rest_pending()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(30) + "create table key (id integer);\ncomment on table key is '[simulate:401]';\n" + Documented.Tables(90).Replace("table t", "table later", StringComparison.Ordinal));
        var (exitCode, report) = await documented.RunAsync("index", "--concurrency", "1");
        Assert.Equal(1, exitCode);
        var tables = Results(report, "table");
        Assert.Equal("failed: No description: the provider answered 401", tables["key"]);
        // Thirty are described, and wait for the rest of their batch.
        Assert.Equal(120, tables.Values.Count(outcome => outcome == "not reached"));
        Assert.Equal(31, documented.Provider.Counters.Requests);
        Assert.Contains("The provider refused all further requests: the provider answered 401. Run it again for the rest.", documented.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_makes_vectors_anew_and_descriptions_where_it_is_told_to()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(20));
        await documented.DoAsync();
        var sent = documented.Provider.Counters.Requests;
        Assert.Equal(20, Results(await documented.DoAsync("rebuild"), "table").Count);
        Assert.Equal(sent + 1, documented.Provider.Counters.Requests);
        Assert.Equal(20, Results(await documented.DoAsync("rebuild", "--descriptions"), "table").Count);
        Assert.Equal(sent + 1 + 21, documented.Provider.Counters.Requests);

        // Vectors of two models do not meet.
        Assert.Equal(1, (await documented.RunAsync("search", "t7", "--embedding-model", "text-embedding-3-large")).ExitCode);
        Assert.Contains("make all anew with 'rebuild'", documented.Messages, StringComparison.Ordinal);
        await documented.DoAsync("rebuild", "--embedding-model", "text-embedding-3-large");
        Assert.Equal("t7", (await documented.DoAsync("search", "t7", "--embedding-model", "text-embedding-3-large")).GetProperty("results")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Nothing_is_lost_to_a_wrong_schema()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(5));
        await documented.DoAsync();
        foreach (var (sql, message) in new[] { ("", "The schema has no table."), ("create table t1 (", "schema.sql, line 1: a ( is never closed.") })
        {
            await File.WriteAllTextAsync(documented.Sql, sql);
            Assert.Equal(1, (await documented.RunAsync("status")).ExitCode);
            Assert.Equal($"error: {message}", documented.Messages.Trim());
        }

        await File.WriteAllTextAsync(documented.Sql, Documented.Tables(5));
        Assert.Equal(5, Number(await documented.DoAsync("status"), "indexed"));
        var other = Path.ChangeExtension(documented.Sql, "other");
        File.Move(documented.Sql, other);
        Assert.Equal(1, (await documented.RunAsync("status", "--sql", other)).ExitCode);
    }

    private static Dictionary<string, string> Results(JsonElement report, string kind) =>
        report.GetProperty($"{kind}_processing_results").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
