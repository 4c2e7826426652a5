using System.Globalization;

namespace Quickstart;

/// <summary>A folder below <c>artifacts/quickstart</c> for one run, with the package of this checkout in it.</summary>
internal static class Workspace
{
    /// <summary>Packs and does the steps, which get the package and a folder of their own; then removes what they wrote, unless it is to be kept.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="keep">Whether the folder stays.</param>
    /// <param name="copy">The folder of the rewritten program below the steps' folder.</param>
    /// <param name="console">Where the steps are told.</param>
    /// <param name="steps">What is done.</param>
    /// <param name="cancellationToken">Stops the packing.</param>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static async Task UseAsync(
        string checkout, bool keep, string copy, TextWriter console, Func<LocalPackage, string, Task> steps, CancellationToken cancellationToken = default)
    {
        var artifacts = Path.Combine(checkout, "artifacts", "quickstart");
        var workspace = Path.Combine(artifacts, DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        try
        {
            console.WriteLine("1. Pack BatchMigrate");
            var package = await LocalPackage.PackAsync(checkout, Path.Combine(workspace, "package"), Path.Combine(artifacts, "build"), cancellationToken);
            console.WriteLine($"   {Path.GetRelativePath(checkout, package.File)}");
            var folder = Path.Combine(workspace, "consumer");
            await steps(package, folder);
            if (keep)
            {
                console.WriteLine();
                console.WriteLine($"What was rewritten is in {Path.GetRelativePath(checkout, Path.Combine(folder, copy))};");
                console.WriteLine($"build it there with: dotnet build -p:BatchMigrateVersion={package.Version}");
            }
        }
        finally
        {
            if (!keep && Directory.Exists(workspace))
            {
                Directory.Delete(workspace, recursive: true);
            }
        }
    }
}
