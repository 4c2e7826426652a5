using System.Globalization;
using BatchMigrate.Runtime.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var part = args.Length > 1 ? args[1] : "all";
if (part is "all" or "makespan")
{
    await Makespan.RunAsync(rounds);
    Console.WriteLine();
}

if (part is "all" or "overhead")
{
    await Overhead.RunAsync(rounds);
}

if (part is "all" or "limits")
{
    Console.WriteLine();
    await Limits.RunAsync();
}

if (part is "all" or "embeddings")
{
    Console.WriteLine();
    await Embeddings.RunAsync(rounds);
}

if (part is "all" or "memory")
{
    Console.WriteLine();
    await Memory.RunAsync();
}
