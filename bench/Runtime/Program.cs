using System.Globalization;
using BatchMigrate.Runtime.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
await Makespan.RunAsync(rounds);
Console.WriteLine();
await Overhead.RunAsync(rounds);
