using System.Diagnostics;
using System.Globalization;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary><c>dotnet run --project tests/Equivalence.Tests -- PROGRAMS DEPENDENT [SEED] [--from NUMBER] [--print NUMBER]</c>: a campaign from the command line.</summary>
internal static class Entry
{
    private const ulong UsualSeed = 20_000;

    /// <summary>How many programs with flaws are made small; the others are named.</summary>
    private const int MostReports = 5;

    public static async Task<int> Main(string[] args)
    {
        var numbers = args.TakeWhile(static a => !a.StartsWith('-')).Select(static a => ulong.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var (programs, dependent, seed) = ((int)numbers.ElementAtOrDefault(0), (int)numbers.ElementAtOrDefault(1), numbers.Length > 2 ? numbers[2] : UsualSeed);
        var out_ = Console.Out;
        var watch = Stopwatch.StartNew();
        var campaign = new Campaign(seed, line => out_.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s, {line}"));
        if (Array.IndexOf(args, "--print") is >= 0 and var print)
        {
            foreach (var number in args.Skip(print + 1).TakeWhile(static a => !a.StartsWith('-')))
            {
                var program = Generator.Make(seed, int.Parse(number, CultureInfo.InvariantCulture), args.Contains("--dependent"));
                out_.WriteLine(Campaign.Written((await new ProgramSet([program]).CheckAsync()).Single()));
            }

            return 0;
        }

        var from = Option(args, "--from", 0);
        var main = await campaign.RunAsync(from, programs, dependent: false);
        var others = await campaign.RunAsync(from, dependent, dependent: true);
        var reports = Option(args, "--reports", MostReports);
        foreach (var outcome in main.Flawed.Concat(others.Flawed).GroupBy(static o => o.Flaw!.Kind).SelectMany(static g => g.Take(2)).Take(reports))
        {
            out_.WriteLine(await campaign.ReportAsync(outcome));
        }

        foreach (var group in main.Flawed.Concat(others.Flawed).GroupBy(static o => o.Flaw!.Kind).OrderByDescending(static g => g.Count()))
        {
            out_.WriteLine($"{group.Count()} x {group.Key}: {string.Join(' ', group.Take(10).Select(static o => o.Program.Name))}");
        }

        foreach (var group in main.Refused.GroupBy(static o => o.Messages.Length == 0 ? "silence" : System.Text.RegularExpressions.Regex.Replace(o.Messages[0], "'[^']*'|[0-9]+", "…")).OrderByDescending(static g => g.Count()))
        {
            out_.WriteLine($"refused {group.Count()} x {group.Key}: {string.Join(' ', group.Take(8).Select(static o => o.Program.Name))}");
        }

        out_.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s; {main.Summary}; dependent: {others.Summary}");
        return main.Flawed.IsEmpty && others.Flawed.IsEmpty && main.OfferedShare >= Campaign.LeastOffered ? 0 : 1;
    }

    private static int Option(string[] args, string name, int usual) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
}
