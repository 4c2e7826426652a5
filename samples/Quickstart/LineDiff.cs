using System.Text;

namespace Quickstart;

/// <summary>The difference between two texts in the unified format, with three lines of context.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <summary>Empty when the texts have the same lines.</summary>
    public static string Unified(string name, string before, string after)
    {
        var lines = Compare(before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].Mark == ' ')
            {
                i++;
                continue;
            }

            // A hunk goes on while the next change is near enough for the two contexts to meet.
            var start = Math.Max(0, i - Context);
            var end = i;
            for (var next = i; next < lines.Count && next - end <= 2 * Context; next++)
            {
                end = lines[next].Mark == ' ' ? end : next + 1;
            }

            i = Math.Min(lines.Count, end + Context);
            AppendHunk(text, lines, start, i);
        }

        return text.Length == 0 ? "" : $"--- before/{name}\n+++ after/{name}\n{text}";
    }

    private static void AppendHunk(StringBuilder text, List<(char Mark, string Line)> lines, int start, int end)
    {
        var oldStart = lines.Take(start).Count(l => l.Mark != '+') + 1;
        var newStart = lines.Take(start).Count(l => l.Mark != '-') + 1;
        var hunk = lines[start..end];
        text.Append($"@@ -{oldStart},{hunk.Count(l => l.Mark != '+')} +{newStart},{hunk.Count(l => l.Mark != '-')} @@\n");
        foreach (var (mark, line) in hunk)
        {
            text.Append(mark).Append(line).Append('\n');
        }
    }

    // The longest common subsequence by dynamic programming: source files are short.
    private static List<(char Mark, string Line)> Compare(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i]));
                i++;
                j++;
            }
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }
}
