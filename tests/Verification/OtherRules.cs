using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BatchMigrate.Verification;

/// <summary>The rules of other people's analyzers that rewritten code may break: those that <c>docs/proof.md</c> lists, with the reason.</summary>
public static partial class OtherRules
{
    /// <summary>Their ids.</summary>
    public static ImmutableHashSet<string> Accepted { get; } = [.. Row().Matches(Section().Match(File.ReadAllText(Path.Combine(CaseFile.Folder, "..", "..", "docs", "proof.md")).ReplaceLineEndings("\n")).Value)
        .SelectMany(static row => row.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries))];

    [GeneratedRegex("^<!-- accepted -->\n(.+\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<ids>[A-Z]{2,3}\d+(, [A-Z]{2,3}\d+)*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
