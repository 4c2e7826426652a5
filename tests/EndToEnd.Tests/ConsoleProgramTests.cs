using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

[Collection(Packed.Name)]
public sealed class ConsoleProgramTests(MigratedProgram program) : IClassFixture<MigratedProgram>
{
    [Fact]
    public void The_build_warns_of_the_loop_and_of_nothing_else()
    {
        var finding = Assert.Single(program.FindingsBefore);

        Assert.Equal(("BM0001", "warning", "Program.cs"), (finding.Id, finding.Severity, Path.GetFileName(finding.File)));
        Assert.Contains("docs/rules/BM0001.md", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fix_sends_one_batch()
    {
        Assert.Contains("using BatchMigrate;", program.SourceAfter, StringComparison.Ordinal);
        Assert.Contains("await client.CompleteBatchAsync(", program.SourceAfter, StringComparison.Ordinal);
        Assert.DoesNotContain("CompleteChatAsync", program.SourceAfter, StringComparison.Ordinal);
        Assert.Contains("continue; // nothing to ask", program.SourceAfter, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rewritten_program_builds_without_a_warning() => Assert.Empty(program.FindingsAfter);

    [Fact]
    public void Both_programs_print_the_same()
    {
        Assert.Contains("failed: 400", program.OutputBefore, StringComparison.Ordinal);
        Assert.Equal(program.OutputBefore, program.OutputAfter);
    }

    [Fact]
    public void Both_programs_send_the_same_number_of_requests_one_at_a_time_before_and_together_after()
    {
        Assert.Equal((Programs.Asked, Programs.Answered), (program.CountersBefore.Requests, program.CountersBefore.Succeeded));
        Assert.Equal((Programs.Asked, Programs.Answered), (program.CountersAfter.Requests, program.CountersAfter.Succeeded));
        Assert.Equal(1, program.CountersBefore.PeakConcurrency);
        Assert.InRange(program.CountersAfter.PeakConcurrency, Programs.Answered, Programs.Asked);
    }

    [Fact]
    public void A_second_run_changes_nothing() => Assert.Equal(program.SourceAfter, program.SourceAfterSecondRun);
}
