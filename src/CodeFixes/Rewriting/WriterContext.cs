using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>What the writers of one site share: the source, the names, and the user's layout.</summary>
internal sealed class WriterContext
{
    /// <summary>Calls that would be longer get a line for each argument.</summary>
    private const int LongestLine = 140;

    private readonly BatchPlan plan;
    private readonly NameAllocator names;
    private readonly SyntaxNode loop;
    private readonly Dictionary<string, string> taken = [];
    private string? item;

    public WriterContext(BatchPlan plan, SourceSlices slices, SemanticModel model, NameAllocator names)
    {
        this.plan = plan;
        this.names = names;
        Slices = slices;
        Model = model;
        loop = plan.Loop.Syntax;
        LineBreak = slices.LineBreakAt(loop.SpanStart);
        var block = loop.DescendantNodes(static n => n is not ExpressionSyntax).Prepend(loop).Concat(loop.Ancestors()).OfType<BlockSyntax>().FirstOrDefault(static b => !IsOneLine(b));
        BracesOnOwnLine = block is null || StartsLine(block.OpenBraceToken);
        IndentStep = StepOf(plan.Loop.Body.Syntax as BlockSyntax) ?? StepOf(loop.Ancestors().OfType<BlockSyntax>().FirstOrDefault()) ?? (slices.IndentAt(loop.SpanStart).Contains('\t') ? "\t" : "    ");
    }

    public SourceSlices Slices { get; }

    public SemanticModel Model { get; }

    public string LineBreak { get; }

    public bool BracesOnOwnLine { get; }

    public string IndentStep { get; }

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)loop.SyntaxTree.Options).LanguageVersion;

    public string Pending => Take("pending");

    public string Requests => Take(plan.OptionsPerItem ? "requests" : plan.Site.Call.Shape == RequestShape.Prompt ? "prompts" : "messagesList");

    public string Batch => Take("batch");

    public string Item => item ??= NameAllocator.ForLoop(loop, Model, "item");

    /// <summary>What stands for the awaited call in the second half.</summary>
    public string Answer => plan.Walk == WalkForm.Index ? $"{Batch}[{Identifiers.Write(plan.Loop.Locals[0].Name)}].Response" : $"{Item}.Response";

    public string Take(string wanted)
    {
        if (!taken.TryGetValue(wanted, out var name))
        {
            taken[wanted] = name = names.Take(loop, wanted);
        }

        return name;
    }

    /// <summary>Comments on the delay that becomes the batch's pacing, as lines above the batch.</summary>
    public IEnumerable<CodeLine> CommentsOfPacing(string indent) =>
        plan.Pacing is { } pacing ? pacing.Statement.GetLeadingTrivia().Concat(pacing.Statement.GetTrailingTrivia()).Where(IsComment).Select(t => new CodeLine(indent + t.ToString(), false)) : [];

    /// <summary>Comments within the call that stand in none of the pieces that are written again.</summary>
    public IEnumerable<CodeLine> CommentsOfCall(string indent)
    {
        var invocation = (InvocationExpressionSyntax)plan.Site.Invocation.Syntax;
        var kept = invocation.ArgumentList.Arguments.Select(static a => a.Expression).Append(plan.Site.ReceiverSyntax).Select(static e => e.Span).ToList();
        return plan.Site.Replaced.Syntax.DescendantTrivia()
            .Where(t => IsComment(t) && plan.Site.Replaced.Syntax.Span.Contains(t.Span) && !kept.Any(k => k.Contains(t.Span)))
            .Select(t => new CodeLine(indent + t.ToString(), false));
    }

    /// <summary>A call on one line, or with a line for each argument where it would be too long.</summary>
    public string Arguments(string target, IReadOnlyList<string> arguments, string indent)
    {
        var line = $"{target}({string.Join(", ", arguments)})";
        return indent.Length + line.Length + 12 <= LongestLine || line.Contains(LineBreak) || arguments.Count < 2
            ? line
            : $"{target}({string.Concat(arguments.Select((a, i) => $"{LineBreak}{indent}{IndentStep}{a}{(i < arguments.Count - 1 ? "," : ")")}"))}";
    }

    /// <summary>The indentation of the statements in a loop's body, when the loop stands at <paramref name="indent"/>.</summary>
    public string Inner(string indent) => indent + IndentStep;

    /// <summary>A loop's or an if's text up to its body.</summary>
    public List<CodeLine> HeaderOf(ILoopOperation loopOperation, string indent)
    {
        var body = loopOperation.Body.Syntax;
        return Header(loopOperation.Syntax, body, indent);
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

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

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
