using BatchMigrate.Verification;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>The checks themselves: what is wrong is seen, and is made small.</summary>
public sealed class CheckTests
{
    /// <summary>A program that is fixed, asks more than twice, and has pieces that can be left out.</summary>
    private static RandomProgram Sample { get; } = new(
        "P0",
        [
            new Nest("public sealed class Work(IChatClient client, Action<object?> log)",
            [
                new Nest("public async Task RunAsync(IReadOnlyList<string> texts)",
                [
                    "var letters = 0;",
                    new Nest("foreach (var text in texts)",
                    [
                        "Console.WriteLine(text);",
                        new Nest("if (text.Length == 0)", ["continue;"]),
                        "var answer = await client.GetResponseAsync(\"About \" + text);",
                        new Nest("if (answer.Text.Length > 3)", ["letters += answer.Text.Length;"]),
                        "log(answer.Text);",
                    ]),
                    "log(letters);",
                ]),
            ]),
        ],
        ["await new Work(chat, log).RunAsync([\"one\", \"two\", \"\", \"three\", \"four\"]);"],
        ["System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "Microsoft.Extensions.AI"],
        [],
        Programs.Freedom.None);

    [Fact]
    public async Task A_right_fix_passes()
    {
        var outcome = await CheckAsync(Sample);
        Assert.Null(outcome.Flaw);
        Assert.Equal(Verdict.Fixed, outcome.Verdict);
    }

    [Theory]
    [InlineData("var batch = ", "prompts.Reverse();\nvar batch = ", "does something else: The output differs")]
    [InlineData("var batch = ", "prompts.RemoveAt(0);\nvar batch = ", "does something else: ")]
    [InlineData("log(answer.Text);", "", "does something else: The output differs")]
    [InlineData("item.Response", "batch[0].Response", "does something else: The exception differs")]
    [InlineData("Console.WriteLine(text);", "", "does something else: The console differs")]
    [InlineData("var batch = ", "var bach = ", "does not compile: CS0103")]
    [InlineData("var batch = ", "var unused = 0;\nvar batch = ", "a new compiler message: CS0219")]
    [InlineData("var batch = ", "foreach (var text in texts) { log((await client.GetResponseAsync(text)).Text); }\nvar batch = ", "is reported again: BM0001")]
    public async Task A_spoiled_fix_is_seen(string right, string wrong, string kind)
    {
        var outcome = await CheckAsync(Sample, text => text.Contains(right, StringComparison.Ordinal) ? text.Replace(right, wrong, StringComparison.Ordinal) : throw new ArgumentException("Nothing is spoiled:\n" + text));
        Assert.Contains(kind, outcome.Flaw?.Kind ?? "nothing is seen", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_for_a_dependent_program_is_seen()
    {
        var outcomes = await new ProgramSet([Sample with { Facts = [new Fact(Claim.Dependent, "nothing, in truth", "x")] }, Sample with { Name = "P1" }]).CheckAsync();
        Assert.Equal("a fix is offered for a dependent program", outcomes[0].Flaw?.Kind);
        Assert.Null(outcomes[1].Flaw);
    }

    [Fact]
    public async Task A_reason_that_is_not_true_is_seen()
    {
        var program = Feeding(new Fact(Claim.Open, "another thing", "'other' is changed"));
        Assert.Equal("silence without a reason", (await CheckAsync(program)).Flaw?.Kind);
        Assert.Null((await CheckAsync(Feeding(new Fact(Claim.Dependent, "a local", "")))).Flaw);
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_no_harm_to_others()
    {
        var outcomes = await new ProgramSet([Sample, Sample with { Name = "P1", Driver = ["nonsense();"] }]).CheckAsync();
        Assert.Null(outcomes.Single(static o => o.Program.Name == "P0").Flaw);
        Assert.Equal("the generated program does not compile", outcomes.Single(static o => o.Program.Name == "P1").Flaw?.Kind);
    }

    [Fact]
    public async Task What_is_wrong_is_made_small()
    {
        Task<Outcome> SpoiledAsync(RandomProgram p) => CheckAsync(p, static text => text.Replace("item.Response", "batch[0].Response", StringComparison.Ordinal));
        var outcome = await SpoiledAsync(Sample);
        var small = await new Shrinker(SpoiledAsync).ShrinkAsync(outcome);
        Assert.Equal(outcome.Flaw!.Kind, small.Flaw!.Kind);
        Assert.DoesNotContain("letters", small.Program.SourceText, StringComparison.Ordinal);
        Assert.DoesNotContain("Console", small.Program.SourceText, StringComparison.Ordinal);
        Assert.Contains("GetResponseAsync", small.Program.SourceText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_and_a_number_name_a_program()
    {
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal(Generator.Make(7, n).SourceText, Generator.Make(7, n).SourceText);
            Assert.Equal(Generator.Make(7, n, dependent: true).SourceText, Generator.Make(7, n, dependent: true).SourceText);
        }

        Assert.True(Enumerable.Range(0, 50).Select(static n => Generator.Make(7, n).SourceText).Distinct().Count() == 50);
    }

    private static RandomProgram Feeding(Fact fact) => Sample with
    {
        Facts = [fact],
        Source =
        [
            new Nest("public sealed class Work(IChatClient client, Action<object?> log)",
            [
                new Nest("public async Task RunAsync(IReadOnlyList<string> texts)",
                [
                    "var previous = \"\";",
                    new Nest("foreach (var text in texts)", ["var answer = await client.GetResponseAsync(previous + text);", "previous = answer.Text;"]),
                    "log(previous);",
                ]),
            ]),
        ],
    };

    private static async Task<Outcome> CheckAsync(RandomProgram program, Func<string, string>? doctor = null) => (await new ProgramSet([program], doctor).CheckAsync()).Single();
}
