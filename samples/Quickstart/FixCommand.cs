namespace Quickstart;

/// <summary>The README's command that applies the fixes.</summary>
internal static class FixCommand
{
    /// <summary>The rules that have a fix, in the order in which the command names them.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["BM0001", "BM0002", "BM0003", "BM0004", "BM0005", "BM0006", "BM0007", "BM0011"];

    /// <summary>The command as it is typed.</summary>
    public static string Text => $"dotnet {string.Join(' ', Arguments(null))}";

    /// <summary>What follows <c>dotnet</c>.</summary>
    /// <param name="target">A project or solution; null for the one of the current folder.</param>
    /// <param name="options">What is added at the end.</param>
    public static IReadOnlyList<string> Arguments(string? target, params IEnumerable<string> options) =>
        ["format", "analyzers", .. target is null ? Array.Empty<string>() : [target], "--diagnostics", .. Rules, "--severity", "info", .. options];
}
