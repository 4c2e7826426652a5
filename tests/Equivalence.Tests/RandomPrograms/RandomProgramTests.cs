using System.Collections.Immutable;
using Xunit.Abstractions;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>A few of the random programs, always the same; docs/proof.md names the command for many.</summary>
public sealed class RandomProgramTests(ITestOutputHelper output)
{
    internal const ulong Seed = 300;

    /// <summary>Independent programs that are left alone all the same: a change shows whether one joins them.</summary>
    internal static readonly ImmutableArray<string> Refused = ["P101", "P149", "P181", "P220", "P258"];

    [Fact]
    public async Task Programs_do_the_same_before_and_after_their_fix()
    {
        var campaign = new Campaign(Seed);
        var tally = await campaign.RunAsync(0, 300, dependent: false);
        output.WriteLine(tally.Summary);
        Assert.True(tally.Flawed.IsEmpty, await FirstAsync(campaign, tally));
        Assert.True(tally.OfferedShare >= Campaign.LeastOffered);
        Assert.Equal(Refused, tally.Refused.Select(static o => o.Program.Name));
    }

    [Fact]
    public async Task Programs_whose_requests_need_answers_are_never_offered_a_fix()
    {
        var campaign = new Campaign(Seed);
        var tally = await campaign.RunAsync(0, 500, dependent: true);
        output.WriteLine(tally.Summary);
        Assert.True(tally.Flawed.IsEmpty, await FirstAsync(campaign, tally));
    }

    private static async Task<string> FirstAsync(Campaign campaign, Tally tally) =>
        tally.Flawed.IsEmpty ? "" : $"{tally.Summary}\n{await campaign.ReportAsync(tally.Flawed[0])}";
}
