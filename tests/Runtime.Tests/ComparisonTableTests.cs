using System.Globalization;
using System.Reflection;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests;

/// <summary>How a comparison is written, and what it takes.</summary>
public class ComparisonTableTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_table_is_the_same_under_every_culture()
    {
        var comparison = await SampleAsync();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(
                """
                model  answers          failed  mean s  median s  min s  max s  first token s  tokens/s  tokens out      cost
                m       2 of 2               0   1.500     1.500  1.500  1.500          0.500      20.0          60  0.000140
                a/b     0 of 2  2 (BadRequest)       -         -      -      -              -         -           -         -
                gone    0 of 2   2 (Transient)       -         -      -      -              -         -           -         -
                """.ReplaceLineEndings("\n"),
                comparison.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Markdown_has_the_same_cells()
    {
        var comparison = await SampleAsync();
        var lines = comparison.ToMarkdown().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal("|:------|--------:|", lines[1][..19]);
        Assert.All(lines, line => Assert.Equal(12, line.Count(c => c == '|')));
        Assert.Equal(comparison.ToString().Split('\n').Select(Cells), lines.Where((_, i) => i != 1).Select(line => Cells(line.Trim('|').Replace(" | ", "  ", StringComparison.Ordinal))));

        static string Cells(string line) => string.Join(';', line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Answers_and_prompts_are_in_no_text_but_their_own()
    {
        var log = new RecordingLoggerFactory();
        var client = new ClockedAIClient(_clock, prompt => prompt == "secret question" ? new ClockedAnswer((1, "secret answer")) : throw new FormatException("secret trouble"));
        var comparison = await Batch.CompareModelsAsync([new(client, "m")], ["secret question", "secret mistake"], batchOptions: new BatchOptions { LoggerFactory = log });
        Assert.Equal("secret answer", comparison.Runs[0].Answer);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Equal("ModelRun m, run 0, prompt 0: Succeeded", comparison.Runs[0].ToString());
        Assert.Equal("ModelRun m, run 0, prompt 1: Unknown", comparison.Runs[1].ToString());
        Assert.Contains("3 (FormatException)", comparison.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", comparison.ToString() + comparison.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_cannot_be_meant_throw_at_the_call()
    {
        ComparedModel model = FakeChatClient.Echo;
        Assert.Throws<ArgumentNullException>("models", () => { _ = Batch.CompareModelsAsync(null!, ["p"]); });
        Assert.Throws<ArgumentNullException>("prompts", () => { _ = Batch.CompareModelsAsync([model], null!); });
        Assert.Throws<ArgumentOutOfRangeException>("runs", () => { _ = Batch.CompareModelsAsync([model], ["p"], 0); });
        Assert.Throws<ArgumentException>("models", () => { _ = Batch.CompareModelsAsync([null!], ["p"]); });
        Assert.Throws<ArgumentException>("models", () => { _ = Batch.CompareModelsAsync([model, new(FakeChatClient.Echo, model.Name)], ["p"]); });
        Assert.Throws<ArgumentException>("prompts", () => { _ = Batch.CompareModelsAsync([model], [null!]); });
        Assert.Throws<ArgumentException>("batchOptions", () => { _ = Batch.CompareModelsAsync([model], ["p"], batchOptions: new BatchOptions { Checkpoint = new BatchCheckpoint("x") }); });
        Assert.Throws<ArgumentNullException>("client", () => new ComparedModel((IChatClient)null!));
        Assert.Throws<ArgumentNullException>("client", () => (ComparedModel)(ChatClient)null!);
        Assert.Throws<ArgumentException>("name", () => new ComparedModel(FakeChatClient.Echo, " "));
    }

    [Fact]
    public void A_model_is_named_after_itself()
    {
        Assert.Equal("gpt-4o", new ComparedModel(new ChatClient("gpt-4o", "none")).Name);
        Assert.Equal("mine", new ComparedModel(new ChatClient("gpt-4o", "none"), "mine").ToString());
        Assert.Equal("llama", new ComparedModel(new ClockedAIClient(_clock, null!, "llama")).Name);
        Assert.Equal("other", new ComparedModel(new ClockedAIClient(_clock, null!, "llama"), options: new ChatOptions { ModelId = "other" }).Name);
        Assert.Equal(nameof(FakeAIClient), new ComparedModel(FakeAIClient.Echo).Name);
    }

    /// <summary>A property that the copy forgets would be an option that comparisons do not keep.</summary>
    [Fact]
    public void A_copy_of_options_has_them_all()
    {
        var given = new BatchOptions
        {
            MaxConcurrency = 3,
            Pacing = TimeSpan.FromSeconds(1),
            AdaptiveConcurrency = false,
            Retry = RetryOptions.None,
            RateLimit = new RateLimit(),
            TokenEstimator = new CalibratingTokenEstimator(),
            Pricing = new ModelPricing([]),
            MaxCost = 1,
            Checkpoint = new BatchCheckpoint("x"),
            StreamOrder = BatchOrder.Completion,
            Pack = new PackLimits(),
            OnFailure = FailureMode.StopOnFirst,
            Timeouts = new BatchTimeouts(),
            Progress = new RecordingProgress(),
            LoggerFactory = NullLoggerFactory.Instance,
            CancellationGrace = TimeSpan.FromSeconds(1),
            TimeProvider = _clock,
            SharedCosts = new Cost.CostGuard(1),
        };
        var copy = new BatchOptions(given);
        var plain = new BatchOptions();
        foreach (var property in typeof(BatchOptions).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Assert.True(!Equals(property.GetValue(given), property.GetValue(plain)), $"This test does not set {property.Name}.");
            Assert.True(Equals(property.GetValue(given), property.GetValue(copy)), $"{property.Name} is not copied.");
        }
    }

    private Task<ModelComparison> SampleAsync() => Batch.CompareModelsAsync(
        [
            new(new ClockedAIClient(_clock, _ => new ClockedAnswer((500, "a"), (1000, "b")) { InputTokens = 10, OutputTokens = 30, Model = "m" }), "m"),
            new(new ClockedAIClient(_clock, _ => throw FakeResponse.Error(404)), "a|b"),
            new(new ClockedAIClient(_clock, _ => throw new IOException()), "gone"),
        ],
        ["p"],
        2,
        batchOptions: new BatchOptions { TimeProvider = _clock, Pricing = new ModelPricing([new("m", new ModelPrice(1, 2))]) });
}
