using System.Globalization;
using System.Text.RegularExpressions;

namespace Quickstart;

/// <summary>One line of a build's output that reports something in a source file.</summary>
internal sealed partial record Finding(string File, int Line, int Column, string Severity, string Id, string Message, string Project)
{
    /// <summary>The findings of a build in the order in which it printed them, each once: a build repeats them in its summary.</summary>
    /// <param name="output">What the build printed.</param>
    /// <param name="folder">The folder that file and project names are made relative to.</param>
    public static IReadOnlyList<Finding> In(string output, string folder) =>
    [
        .. Pattern().Matches(output).Select(match => new Finding(
            Relative(match.Groups["file"].Value, folder),
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture),
            match.Groups["severity"].Value,
            match.Groups["id"].Value,
            match.Groups["message"].Value,
            Relative(match.Groups["project"].Value, folder))).Distinct(),
    ];

    public override string ToString() => $"{File}({Line},{Column}): {Severity} {Id}: {Message}";

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    // The project's name may carry the target framework: [path::TargetFramework=net8.0].
    [GeneratedRegex(
        @"^\s*(?<file>\S.*?)\((?<line>\d+),(?<column>\d+)(,\d+,\d+)?\): (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<message>.*) \[(?<project>[^\]]+?)(::TargetFramework=[^\]]*)?\]\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
