namespace Quickstart;

/// <summary>The folder that holds <c>BatchMigrate.sln</c>.</summary>
internal static class Checkout
{
    private const string Marker = "BatchMigrate.sln";

    /// <summary>Looks upwards from where the program was built, then from the current folder.</summary>
    /// <exception cref="StepFailedException">Neither lies in a checkout.</exception>
    public static string Find() =>
        FindFrom(AppContext.BaseDirectory)
        ?? FindFrom(Directory.GetCurrentDirectory())
        ?? throw new StepFailedException($"Start this from a checkout: no {Marker} in the current folder or above it.");

    private static string? FindFrom(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, Marker)))
            {
                return candidate.FullName;
            }
        }

        return null;
    }
}
