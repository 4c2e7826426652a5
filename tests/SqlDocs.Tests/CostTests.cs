using SimulatedProvider;
using SqlDocs.Tests.Support;

namespace SqlDocs.Tests;

public sealed class CostTests
{
    [Fact]
    public async Task Status_and_estimate_tell_what_is_pending_and_send_nothing()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(150, relationships: 75));
        var status = await documented.DoAsync("status");
        Assert.Equal(
            (150, 75, 225, 100, 3),
            (status.GetProperty("pending_tables").GetInt32(), status.GetProperty("pending_relationships").GetInt32(), status.GetProperty("total_pending").GetInt32(), status.GetProperty("batch_size").GetInt32(), status.GetProperty("estimated_batches").GetInt32()));
        Assert.Equal(
            status.GetProperty("total_estimated_cost").GetDouble(),
            status.GetProperty("estimated_table_cost").GetDouble() + status.GetProperty("estimated_relationship_cost").GetDouble(),
            tolerance: 0.000_002);
        var estimate = await documented.DoAsync("estimate");
        Assert.Equal(225, estimate.GetProperty("total_items").GetInt32());
        Assert.Equal(estimate.GetProperty("estimated_cost_usd").GetDouble() / 225, estimate.GetProperty("cost_per_item").GetDouble(), tolerance: 0.000_001);
        Assert.Equal(0, documented.Provider.Counters.Requests);

        // What it then takes lies between the ends of the estimate.
        var cost = (await documented.DoAsync()).GetProperty("summary").GetProperty("cost_usd").GetDecimal();
        Assert.InRange(cost, 0.000_001m, estimate.GetProperty("estimated_cost_usd").GetDecimal());
        var counters = documented.Provider.Counters;
        Assert.InRange(counters.InputTokens + counters.OutputTokens, 1, estimate.GetProperty("estimated_tokens").GetInt64());
        // Two kinds are estimated apart, and embedded together.
        Assert.InRange(estimate.GetProperty("requests").GetInt64(), counters.Requests, counters.Requests + 1);
    }

    [Fact]
    public async Task A_cost_above_the_bound_needs_a_yes()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(10));
        Assert.Equal(1, (await documented.RunAsync("index", "--max-cost", "0.000001")).ExitCode);
        Assert.Contains("There is no terminal to ask at: --yes agrees to it", documented.Messages, StringComparison.Ordinal);

        var questions = new List<string>();
        Assert.Equal(1, (await documented.RunAsync(Answer(false), "index", "--max-cost", "0.000001")).ExitCode);
        Assert.Contains("It may cost up to 0.00", Assert.Single(questions), StringComparison.Ordinal);
        Assert.Equal(0, documented.Provider.Counters.Requests);

        Assert.Equal(0, (await documented.RunAsync(Answer(true), "index", "--max-cost", "0.000001")).ExitCode);
        Assert.Equal(2, questions.Count);
        Assert.Equal(0, (await documented.RunAsync(Answer(false), "rebuild", "--descriptions", "--max-cost", "0.000001", "--yes")).ExitCode);
        Assert.Equal(0, (await documented.RunAsync(Answer(false), "rebuild", "--descriptions", "--max-cost", "1")).ExitCode);
        Assert.Equal(2, questions.Count);
        Assert.Equal(1, (await documented.RunAsync("rebuild", "--descriptions", "--max-cost", "1", "--model", "unheard-of")).ExitCode);
        Assert.Contains("--price MODEL=IN/OUT", documented.Messages, StringComparison.Ordinal);
        await documented.DoAsync("rebuild", "--descriptions", "--max-cost", "1", "--model", "unheard-of", "--price", "unheard-of=1/2");

        Func<string, bool> Answer(bool yes) => question =>
        {
            questions.Add(question);
            return yes;
        };
    }

    /// <summary>What nobody could foresee: attempts that fail after they may have been billed. The run stops at its bound, and goes on where it was.</summary>
    [Fact]
    public async Task A_run_that_costs_more_than_expected_stops_at_the_bound()
    {
        await using var documented = await Documented.StartAsync(Documented.Tables(40), new SimulatedProviderOptions { DropShare = 0.5, Seed = 3 });
        var most = (await documented.DoAsync("estimate")).GetProperty("estimated_cost_usd").GetDecimal() + 0.000_001m;
        var arguments = new[] { "index", "--concurrency", "1", "--max-retries", "0", "--max-cost", most.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        var (exitCode, report) = await documented.RunAsync(arguments);
        Assert.Equal(1, exitCode);
        Assert.InRange(report.GetProperty("summary").GetProperty("cost_usd").GetDecimal(), 0, most);
        Assert.Equal(40, report.GetProperty("table_processing_results").EnumerateObject().Count());
    }
}
