namespace DocGen.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_everything_has_its_default()
    {
        var options = Parse();
        Assert.Equal((false, 15, 25_000, false, "gpt-4o-mini"), (options.BatchMode, options.BatchSize, options.MaxBatchTokens, options.IncludeSemanticContext, options.Model));
        Assert.Equal((null, false, null, false, "none"), (options.Endpoint, options.ProviderBatch, options.Resume, options.Estimate, options.ApiKey));
        Assert.True(Directory.Exists(options.Folder));
    }

    [Fact]
    public void Arguments_are_read()
    {
        var options = Parse("--batch-mode", "--batch-size", "20", "src", "--max-batch-tokens", "40000", "--include-semantic-context", "--model", "gpt-4o", "--embedding-model", "e", "--endpoint", "http://localhost:11434/v1", "--resume", "a.jsonl", "--output", "docs", "--estimate", "--compare");
        Assert.Equal(
            new DocGenOptions
            {
                Folder = "src",
                Output = "docs",
                BatchMode = true,
                BatchSize = 20,
                MaxBatchTokens = 40_000,
                IncludeSemanticContext = true,
                Model = "gpt-4o",
                EmbeddingModel = "e",
                Endpoint = new Uri("http://localhost:11434/v1"),
                Resume = "a.jsonl",
                Estimate = true,
                Compare = true,
            },
            options);
        Assert.True(Parse("--provider-batch").ProviderBatch);
        Assert.Null(CommandLine.Parse(["src", "--help"], _ => null));
        Assert.Equal("key", CommandLine.Parse(["--endpoint", "https://example.com/v1"], _ => "key")!.ApiKey);
    }

    [Theory]
    [InlineData("'--batch-size' needs a value.", "--batch-size")]
    [InlineData("--batch-size: '0' is no positive whole number.", "--batch-size", "0")]
    [InlineData("--max-batch-tokens: 'many' is no positive whole number.", "--max-batch-tokens", "many")]
    [InlineData("--endpoint: 'localhost' is no address: write http://host:port.", "--endpoint", "localhost")]
    [InlineData("Unknown option '--batch'.", "--batch")]
    [InlineData("One folder is enough: 'b' is another one.", "a", "b")]
    [InlineData("--provider-batch sends one request a symbol, so it goes without --batch-mode.", "--provider-batch", "--batch-mode")]
    [InlineData("OPENAI_API_KEY is not set.", "--endpoint", "https://example.com/v1")]
    public void Mistakes_are_named(string message, params string[] arguments) => Assert.Equal(message, Assert.Throws<FormatException>(() => Parse(arguments)).Message);

    private static DocGenOptions Parse(params string[] arguments) => CommandLine.Parse(arguments, _ => null)!;
}
