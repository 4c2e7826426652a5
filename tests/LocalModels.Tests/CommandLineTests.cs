namespace LocalModels.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_everything_has_its_default()
    {
        var options = Parse();
        Assert.Equal((true, true, "qwen3:8b", 5, 0.1, 3), (options.Generates, options.Compares, options.Model, options.MaxConcurrent, options.Delay.TotalSeconds, options.Runs));
        Assert.Equal(["qwen3:8b", "gemma3:4b", "llama3.2:3b"], options.Models);
        Assert.Null(options.Endpoint);
        Assert.Equal(12, Prompts.All.Count);
    }

    [Fact]
    public void Arguments_are_read()
    {
        var options = Parse(
            "compare", "--endpoint", "http://localhost:11434/v1", "--model", "m", "--prompts", "p.txt", "--max-concurrent", "8", "--delay", "0.25", "--models", "a, b", "--prompt", "Why?", "--runs", "5", "--report", "r.html");
        Assert.Equal((false, true, "m", "p.txt", 8, 0.25), (options.Generates, options.Compares, options.Model, options.PromptFile, options.MaxConcurrent, options.Delay.TotalSeconds));
        Assert.Equal(("http://localhost:11434/v1", "Why?", 5, "r.html", "local"), (options.Endpoint!.AbsoluteUri, options.Prompt, options.Runs, options.Report, options.ApiKey));
        Assert.Equal(["a", "b"], options.Models);
        Assert.False(Parse("generate").Compares);
        Assert.Null(CommandLine.Parse(["generate", "--runs", "1", "--help"], _ => null));
        Assert.Equal("key", CommandLine.Parse(["--endpoint", "https://example.com/v1"], _ => "key")!.ApiKey);
    }

    [Theory]
    [InlineData("'--runs' needs a value.", "--runs")]
    [InlineData("--runs: '0' is no whole number from 1 to 1000.", "--runs", "0")]
    [InlineData("--max-concurrent: 'five' is no whole number from 1 to 1000.", "--max-concurrent", "five")]
    [InlineData("--delay: '-1' is no number of seconds from 0 to 3600.", "--delay", "-1")]
    [InlineData("--models: 'a' is named twice.", "--models", "a,b,a")]
    [InlineData("--models: ',' names no model.", "--models", ",")]
    [InlineData("--endpoint: 'localhost' is no address: write http://host:port/v1.", "--endpoint", "localhost")]
    [InlineData("Unknown option '--rnus'.", "--rnus", "1")]
    [InlineData("Unknown command 'generte'.", "generte")]
    [InlineData("OPENAI_API_KEY is not set.", "--endpoint", "https://example.com/v1")]
    public void Mistakes_are_named(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Parse(arguments)).Message);

    // Nothing listens on the first port.
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(1, "--endpoint", "http://127.0.0.1:1/v1", "--runs", "1")]
    [InlineData(2, "--runs", "none")]
    public void The_exit_code_says_how_it_went(int expected, params string[] arguments) =>
        Assert.Equal(expected, typeof(CommandLine).Assembly.EntryPoint!.Invoke(null, [arguments]));

    private static Options Parse(params string[] arguments) => CommandLine.Parse(arguments, _ => null)!;
}
