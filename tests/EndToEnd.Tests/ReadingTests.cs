namespace BatchMigrate.EndToEnd.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void A_finding_is_read_once_with_paths_relative_to_the_folder()
    {
        var folder = Path.GetFullPath("consumer");
        var line = $"{Path.Combine(folder, "App", "Program.cs")}(12,5): warning BM0001: Text [with brackets] (https://example.org) [{Path.Combine(folder, "App", "App.csproj")}::TargetFramework=net8.0]";
        var finding = Assert.Single(Finding.In($"noise\n{line}\n  Build succeeded.\n  {line}\r\n", folder));

        Assert.Equal(new Finding("App/Program.cs", 12, 5, "warning", "BM0001", "Text [with brackets] (https://example.org)", "App/App.csproj"), finding);
    }

    [Fact]
    public void The_figures_of_a_run_are_its_last_line()
    {
        var run = ProgramRun.Read(new CommandResult("program", 0, "results", "first message\nsecond message\n1234 24\n"));

        Assert.Equal(("results", "first message\nsecond message", TimeSpan.FromMilliseconds(1234)), (run.Output, run.Messages, run.Elapsed));
        Assert.Equal([24], run.Figures);
    }

    [Fact]
    public void A_run_without_figures_is_an_error() =>
        Assert.Throws<StepFailedException>(() => ProgramRun.Read(new CommandResult("program", 0, "results", "a message\n")));

    [Fact]
    public void A_failed_command_tells_what_it_printed()
    {
        var error = Assert.Throws<StepFailedException>(() => new CommandResult("dotnet build", 1, "out", "err").EnsureSuccess());

        Assert.Contains("'dotnet build' ended with exit code 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("out", error.Message, StringComparison.Ordinal);
        Assert.Contains("err", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_read() => Assert.Equal(new CommandLine(ShowHelp: true, Keep: true, Systems: true), CommandLine.Parse(["--keep", "--systems", "--help"]));

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Package/README.md")]
    [InlineData("docs/migrating.md")]
    public void A_page_shows_the_command_that_the_tests_run(string page) =>
        Assert.Contains($"    {FixCommand.Text}", File.ReadAllText(Path.Combine(Checkout.Find(), page)), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_argument_is_named()
    {
        var error = Assert.Throws<FormatException>(() => CommandLine.Parse(["--kep"]));

        Assert.Contains("--kep", error.Message, StringComparison.Ordinal);
    }
}
