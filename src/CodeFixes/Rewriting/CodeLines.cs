using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>A line of code. A line that starts inside a string literal is kept to the letter.</summary>
internal readonly record struct CodeLine(string Text, bool IsFixed)
{
    public bool IsBlank => !IsFixed && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A replacement within a slice of the source; its lines have the indentation of the place.</summary>
internal sealed record SliceEdit(TextSpan Span, IReadOnlyList<CodeLine> Lines)
{
    public static SliceEdit Remove(TextSpan span) => new(span, []);

    public static SliceEdit Replace(TextSpan span, string text) => new(span, [new CodeLine(text, IsFixed: true)]);
}

/// <summary>Cuts code out of a source file as lines, edits it, and moves it to another indentation, without touching what the user wrote.</summary>
internal sealed class SourceSlices(SyntaxNode root, SourceText text)
{
    /// <summary>The white space at the start of the line that a position is on.</summary>
    public string IndentAt(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    public string LineBreakAt(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return line.EndIncludingLineBreak > line.End
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
            : text.Lines.Count > 1 ? text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) : "\n";
    }

    /// <summary>A node with the comments above and behind it, as lines at <paramref name="indent"/>.</summary>
    public List<CodeLine> Node(SyntaxNode node, string indent, IEnumerable<SliceEdit>? edits = null)
    {
        var span = node.FullSpan;
        var lineStart = text.Lines.GetLineFromPosition(span.Start).Start;
        var startsLine = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(lineStart, span.Start)));
        var lines = Lines(startsLine ? TextSpan.FromBounds(lineStart, span.End) : node.Span, IndentAt(node.SpanStart), indent, edits);
        while (lines.Count > 0 && lines[lines.Count - 1].IsBlank)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count > 0 && !lines[0].IsFixed && !startsLine)
        {
            lines[0] = new CodeLine(indent + lines[0].Text.TrimStart(), false);
        }

        return lines;
    }

    /// <summary>The lines of a span whose own indentation is <paramref name="from"/>, moved to <paramref name="to"/>.</summary>
    public List<CodeLine> Lines(TextSpan span, string from, string to, IEnumerable<SliceEdit>? edits = null)
    {
        var lines = new List<CodeLine> { new(string.Empty, IsInString(span.Start)) };
        var position = span.Start;
        foreach (var edit in (edits ?? []).Where(e => span.Contains(e.Span)).OrderBy(static e => e.Span.Start))
        {
            Append(lines, TextSpan.FromBounds(position, edit.Span.Start));
            for (var i = 0; i < edit.Lines.Count; i++)
            {
                if (i == 0)
                {
                    var last = lines[lines.Count - 1];
                    lines[lines.Count - 1] = last with { Text = last.Text + edit.Lines[i].Text };
                }
                else
                {
                    lines.Add(edit.Lines[i]);
                }
            }

            position = edit.Span.End;
        }

        Append(lines, TextSpan.FromBounds(position, span.End));
        return [.. lines.Select((line, i) => Move(line, from, to, i == 0))];
    }

    /// <summary>An expression as it stands, its further lines moved from the indentation of its first line to <paramref name="indent"/>.</summary>
    public string Expression(SyntaxNode node, string indent, string lineBreak, IEnumerable<SliceEdit>? edits = null) =>
        string.Join(lineBreak, Lines(node.Span, IndentAt(node.SpanStart), indent, edits).Select(static l => l.Text));

    private static CodeLine Move(CodeLine line, string from, string to, bool first)
    {
        if (line.IsFixed || line.IsBlank)
        {
            return line.IsBlank ? line with { Text = string.Empty } : line;
        }

        if (line.Text.StartsWith(from, StringComparison.Ordinal) && (from.Length > 0 || !first))
        {
            return line with { Text = to + line.Text.Substring(from.Length) };
        }

        return first || line.Text.Length == line.Text.TrimStart().Length && from.Length == 0 ? line : line with { Text = to + line.Text.TrimStart() };
    }

    private void Append(List<CodeLine> lines, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var line = text.Lines.GetLineFromPosition(start);
            var last = lines[lines.Count - 1];
            lines[lines.Count - 1] = last with { Text = last.Text + text.ToString(TextSpan.FromBounds(start, Math.Min(line.End, Math.Max(span.End, start)))) };
            if (line.EndIncludingLineBreak > span.End || line.End == line.EndIncludingLineBreak)
            {
                return;
            }

            start = line.EndIncludingLineBreak;
            lines.Add(new CodeLine(string.Empty, IsInString(start)));
        }
    }

    private bool IsInString(int lineStart)
    {
        if (lineStart >= root.FullSpan.End || lineStart == 0)
        {
            return false;
        }

        var token = root.FindToken(lineStart);
        return token.SpanStart < lineStart && lineStart < token.Span.End && token.Kind()
            is SyntaxKind.StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedRawStringEndToken
            || token.SpanStart == lineStart && token.Kind() is SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedRawStringEndToken;
    }
}
