using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>The user's layout around a piece of code: indentation, line ends, braces.</summary>
internal class Layout
{
    /// <summary>Calls that would be longer get a line for each argument.</summary>
    public const int LongestLine = 140;

    /// <param name="region">The piece of code.</param>
    /// <param name="body">Its body, where it has one.</param>
    /// <param name="slices">The file.</param>
    public Layout(SyntaxNode region, BlockSyntax? body, SourceSlices slices)
    {
        Slices = slices;
        LineBreak = slices.LineBreakAt(region.SpanStart);
        var block = region.DescendantNodes(static n => n is not ExpressionSyntax).Prepend(region).Concat(region.Ancestors()).OfType<BlockSyntax>().FirstOrDefault(static b => !IsOneLine(b));
        BracesOnOwnLine = block is null || StartsLine(block.OpenBraceToken);
        IndentStep = StepOf(body) ?? StepOf(region.Ancestors().OfType<BlockSyntax>().FirstOrDefault()) ?? (slices.IndentAt(region.SpanStart).Contains('\t') ? "\t" : "    ");
    }

    public SourceSlices Slices { get; }

    public string LineBreak { get; }

    public bool BracesOnOwnLine { get; }

    public string IndentStep { get; }

    /// <summary>A call on one line, or with a line for each argument where it would be too long.</summary>
    public string Arguments(string target, IReadOnlyList<string> arguments, string indent)
    {
        var line = $"{target}({string.Join(", ", arguments)})";
        return indent.Length + line.Length + 12 <= LongestLine || line.Contains(LineBreak) || arguments.Count < 2
            ? line
            : $"{target}({string.Concat(arguments.Select((a, i) => $"{LineBreak}{indent}{IndentStep}{a}{(i < arguments.Count - 1 ? "," : ")")}"))}";
    }

    /// <summary>The comments that stand before a block's closing brace.</summary>
    public IEnumerable<CodeLine> CommentsAtEnd(BlockSyntax block, string indent)
    {
        if (!block.CloseBraceToken.LeadingTrivia.Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            return [];
        }

        var from = block.Statements.Count > 0 ? Slices.IndentAt(block.Statements[0].SpanStart) : indent;
        return WriterContext.TrimBlank(Slices.Lines(TextSpan.FromBounds(block.CloseBraceToken.FullSpan.Start, block.CloseBraceToken.SpanStart), from, indent));
    }

    public List<CodeLine> Header(SyntaxNode statement, SyntaxNode body, string indent)
    {
        var end = body.GetFirstToken().GetPreviousToken().Span.End;
        var lines = Slices.Lines(TextSpan.FromBounds(statement.SpanStart, end), Slices.IndentAt(statement.SpanStart), indent);
        lines[0] = lines[0] with { Text = indent + lines[0].Text };
        return lines;
    }

    /// <summary>A header and its statements, in the user's brace style; a single statement stays without braces where the user wrote it so.</summary>
    public List<CodeLine> Block(List<CodeLine> header, List<CodeLine> statements, string indent, SyntaxNode body, bool withNotes = true)
    {
        var lines = new List<CodeLine>(header);
        var block = body as BlockSyntax;
        if (block is null && statements.Count == 1)
        {
            lines.AddRange(statements);
            return lines;
        }

        var note = block is null || !withNotes ? string.Empty : NoteBehind(block.OpenBraceToken);
        var ownLine = block is null || IsOneLine(block) ? BracesOnOwnLine : StartsLine(block.OpenBraceToken);
        if (ownLine)
        {
            var headerNote = block is null || !withNotes ? string.Empty : NoteBehind(block.OpenBraceToken.GetPreviousToken());
            lines[lines.Count - 1] = lines[lines.Count - 1] with { Text = lines[lines.Count - 1].Text + headerNote };
            lines.Add(new CodeLine(indent + "{" + note, false));
        }
        else
        {
            lines[lines.Count - 1] = lines[lines.Count - 1] with { Text = lines[lines.Count - 1].Text + " {" + note };
        }

        lines.AddRange(TrimBlank(statements));
        lines.Add(new CodeLine(indent + "}", false));
        return lines;
    }

    public IEnumerable<CodeLine> Split(string code) => code.Split([LineBreak], StringSplitOptions.None).Select(static (l, i) => new CodeLine(l, IsFixed: i > 0));

    public static IEnumerable<CodeLine> TrimBlank(IEnumerable<CodeLine> lines)
    {
        var trimmed = lines.SkipWhile(static l => l.IsBlank).ToList();
        while (trimmed.Count > 0 && trimmed[trimmed.Count - 1].IsBlank)
        {
            trimmed.RemoveAt(trimmed.Count - 1);
        }

        return trimmed;
    }

    public static bool StartsWithBlankLine(SyntaxNode statement) => statement.GetLeadingTrivia() is { Count: > 0 } trivia && trivia[0].IsKind(SyntaxKind.EndOfLineTrivia);

    public static bool StartsLine(SyntaxToken token) => token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || token.GetPreviousToken().IsKind(SyntaxKind.None);

    public static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool IsOneLine(BlockSyntax block) => !block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) && !StartsLine(block.OpenBraceToken);

    private static string NoteBehind(SyntaxToken token) =>
        token.TrailingTrivia.Where(IsComment).Select(static t => " " + t.ToString()).FirstOrDefault() ?? string.Empty;

    private string? StepOf(BlockSyntax? block)
    {
        if (block is null || block.Statements.Count == 0 || !StartsLine(block.Statements[0].GetFirstToken()) || !StartsLine(block.CloseBraceToken))
        {
            return null;
        }

        string outer = Slices.IndentAt(block.CloseBraceToken.SpanStart), inner = Slices.IndentAt(block.Statements[0].SpanStart);
        return inner.StartsWith(outer, StringComparison.Ordinal) && inner.Length > outer.Length ? inner.Substring(outer.Length) : null;
    }
}
