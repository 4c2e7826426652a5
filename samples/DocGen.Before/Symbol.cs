using System.Text.RegularExpressions;

namespace DocGen;

/// <summary>A public declaration.</summary>
public sealed partial record Symbol(string Page, int Line, string Name, string Signature, string Source)
{
    private const int LinesOfSource = 12;

    public string Text => $"{Signature}\n{Source}";

    /// <summary>Reads the public declarations of all files of a folder, as far as a look at the lines finds them.</summary>
    public static List<Symbol> Read(string folder)
    {
        var symbols = new List<Symbol>();
        foreach (var file in Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (Declaration().Match(lines[i]) is { Success: true } match)
                {
                    var source = string.Join('\n', lines.Skip(i).TakeWhile((line, place) => place < LinesOfSource && line.Length > 0));
                    symbols.Add(new Symbol(Path.GetFileName(file), i + 1, match.Groups["name"].Value, match.Groups["signature"].Value.Trim(), source));
                }
            }
        }

        return symbols;
    }

    [GeneratedRegex(@"^\s*(?<signature>public [^={;(]*?(?<name>\w+)\s*(\([^{;]*?\))?)\s*(=>|=|\{|;|:|$)")]
    private static partial Regex Declaration();
}
