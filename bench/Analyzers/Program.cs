using System.Globalization;
using BatchMigrate.Analyzers.Bench;

// What it costs to have the analyzers installed, how that grows, and what a fix-all of many sites takes; each with its bound beside it.
// Arguments: absent, own, comparison, growth or fix-all (all of them when none is named), and key=value of lines, sites, rounds.
var settings = args.Where(static a => a.Contains('=', StringComparison.Ordinal)).ToDictionary(static a => a.Split('=')[0], static a => int.Parse(a.Split('=')[1], CultureInfo.InvariantCulture));
var parts = args.Where(static a => !a.Contains('=', StringComparison.Ordinal)).ToList();
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
if (Wants("absent"))
{
    await Comparison.RunAbsentAsync();
}

if (Wants("own"))
{
    await OwnWork.RunAsync(settings.GetValueOrDefault("lines", 250_000), settings.GetValueOrDefault("sites", 300), settings.GetValueOrDefault("rounds", 8));
}

if (Wants("comparison"))
{
    await Comparison.RunAsync(settings.GetValueOrDefault("lines", 250_000), settings.GetValueOrDefault("sites", 300), settings.GetValueOrDefault("rounds", 3));
}

if (Wants("growth"))
{
    await Growth.RunAsync();
}

if (Wants("fix-all"))
{
    await FixAll.RunAsync(settings.GetValueOrDefault("sites", 1_000));
}

bool Wants(string part) => parts.Count == 0 || parts.Contains(part);
