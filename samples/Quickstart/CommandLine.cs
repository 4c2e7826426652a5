namespace Quickstart;

/// <summary>The program's arguments.</summary>
internal sealed record CommandLine(bool ShowHelp, bool Keep, bool Systems)
{
    public const string Help = """
        Shows BatchMigrate at work on a program that has never seen it: packs the package, lets `dotnet build` warn about
        samples/Documents (BM0001, BM0002 and BM0003), lets `dotnet format analyzers` rewrite it until nothing is left to change,
        and runs it before and after against a simulated provider.

        Usage: dotnet run --project samples/Quickstart [-- options]

          --systems    do the same with the samples' versions from before (samples/*.Before), and print for each time, requests, rejected
                       requests, tokens and cost of both versions beside the lower bound
          --keep       leave what was rewritten under artifacts/quickstart instead of deleting it
          --help       this text

        Needs the .NET 10 SDK. Exit code: 0 when every step did what it should, 1 when one did not (a rule found nothing, a finding
        was left, the two versions printed or asked something else, or the second was not faster), 2 for wrong arguments.
        """;

    /// <exception cref="FormatException">An argument is unknown; the message names it.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var result = new CommandLine(ShowHelp: false, Keep: false, Systems: false);
        foreach (var argument in arguments)
        {
            result = argument switch
            {
                "--help" or "-h" or "-?" => result with { ShowHelp = true },
                "--systems" => result with { Systems = true },
                "--keep" => result with { Keep = true },
                _ => throw new FormatException($"Unknown option '{argument}'."),
            };
        }

        return result;
    }
}
