using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes one batch in front of a row of calls, and its answers in the places where the calls stood.</summary>
internal sealed class RowWriter
{
    /// <summary>Batches that would be longer get a line for each request.</summary>
    private const int LongestLine = 140;

    private readonly RowPlan plan;
    private readonly SourceText text;
    private readonly Layout layout;
    private readonly string indent;
    private readonly string batch;

    private RowWriter(RowPlan plan, SyntaxNode root, SourceText text, NameAllocator names)
    {
        this.plan = plan;
        this.text = text;
        layout = new Layout(plan.First, null, new SourceSlices(root, text));
        indent = layout.Slices.IndentAt(plan.First.SpanStart);
        batch = names.Take(plan.First, "batch");
    }

    /// <summary>The change of text that executes the plan.</summary>
    public static TextChange Write(RowPlan plan, SyntaxNode root, SourceText text, NameAllocator names) => new RowWriter(plan, root, text, names).Write();

    private TextChange Write()
    {
        var (start, comments) = FindStart();
        var written = comments is null
            ? string.Concat(plan.Moved.Select(InLine)) + $"var {batch} = {BatchCall()}; "
            : string.Concat(Lines().Select(l => (l.IsBlank ? string.Empty : l.Text) + layout.LineBreak)) + (comments == true ? layout.LineBreak : string.Empty);
        var span = TextSpan.FromBounds(start, plan.Last.Span.End);
        var position = start;
        foreach (var edit in plan.Sites.Select((s, i) => AnswerEdit(s.Replaced.Syntax, i)).Concat(Removals()).OrderBy(static e => e.Span.Start))
        {
            written += text.ToString(TextSpan.FromBounds(position, edit.Span.Start)) + edit.NewText;
            position = edit.Span.End;
        }

        return new TextChange(span, written + text.ToString(TextSpan.FromBounds(position, span.End)));
    }

    /// <summary>The lines in front of the first call: what prepares later requests, comments that have no other place, and the batch.</summary>
    private IEnumerable<CodeLine> Lines() =>
    [
        .. plan.Moved.SelectMany((s, i) => Layout.TrimBlank(layout.Slices.Node(s, indent)).Prepend(default).Skip(Layout.StartsWithBlankLine(s) && (i > 0 || !IsFirstInGroup()) ? 0 : 1)),
        .. plan.Sites.SelectMany(CommentsOf),
        .. layout.Split($"{indent}var {batch} = {BatchCall()};"),
    ];

    /// <summary>A statement in front of another one on the same line, unless it has comments or is longer than a line.</summary>
    private string InLine(SyntaxNode statement) =>
        statement.ToFullString().Trim() is var code && code == statement.ToString() && !code.Contains(layout.LineBreak) ? code + " " : code + layout.LineBreak + indent;

    /// <summary>Where the batch goes, and whether comments of the first statement follow it; null for those where the statement does not begin its line.</summary>
    private (int Start, bool? HasComments) FindStart()
    {
        var line = text.Lines.GetLineFromPosition(plan.First.SpanStart);
        if (!string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, plan.First.SpanStart))))
        {
            return (plan.First.SpanStart, null);
        }

        var first = line.LineNumber;
        while (first > 0 && text.Lines[first - 1] is var above && above.Start >= plan.First.FullSpan.Start && IsComment(above.ToString()))
        {
            first--;
        }

        return (text.Lines[first].Start, first < line.LineNumber);
    }

    /// <summary>Whether nothing stands directly above the first statement.</summary>
    private bool IsFirstInGroup() =>
        Layout.StartsWithBlankLine(plan.First) || plan.First.GetFirstToken().GetPreviousToken().IsKind(SyntaxKind.OpenBraceToken);

    private static bool IsComment(string line) => line.Trim() is { Length: > 0 } content && content[0] != '#';

    private string BatchCall()
    {
        var site = plan.Sites[0];
        var inner = indent + layout.IndentStep;
        var target = $"{Pieces(site).Receiver(indent)}.{site.Call.Entry.BatchMethod}";
        var others = Others(site, indent);
        var requests = plan.Sites.Select(s => Request(s, indent)).ToList();
        var (open, close) = Brackets();
        var line = $"{target}({string.Join(", ", [$"{open}{(open.Length > 1 ? " " : "")}{string.Join(", ", requests)}{(open.Length > 1 ? " " : "")}{close}", .. others])})";
        if (line.Contains(layout.LineBreak) || indent.Length + $"var {batch} = await ".Length + line.Length > LongestLine)
        {
            // One line for each request, and one for each other argument.
            var nested = inner + layout.IndentStep;
            var list = (open.Length > 1 ? open.Substring(0, open.Length - 2) + layout.LineBreak + inner + "{" : open)
                + string.Concat(plan.Sites.Select(s => $"{layout.LineBreak}{nested}{Request(s, nested)},")) + layout.LineBreak + inner + close;
            line = $"{target}({string.Join(",", new[] { list }.Concat(Others(site, inner)).Select(a => layout.LineBreak + inner + a))})";
        }

        return site.IsAsync ? $"await {line}{Pieces(site).Configured()}" : line;
    }

    private bool AreTexts => !plan.OptionsPerCall && plan.Sites.All(static s => s.Call.Shape == RequestShape.Value);

    /// <summary>What stands around the requests; older languages need an array.</summary>
    private (string Open, string Close) Brackets()
    {
        var site = plan.Sites[0];
        return ((CSharpParseOptions)plan.First.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12 ? ("[", "]")
            : AreTexts || plan.OptionsPerCall ? ("new[] {", "}")
            : ($"new {TypeNames.Enumerable}<{TypeNames.Of(plan.Sites.Select(static s => s.Call.MessageType).First(static t => t is not null)!)}>[] {{", "}");
    }

    private string Request(Analyzers.Sites.CallSite site, string at)
    {
        var messages = AreTexts ? Pieces(site).Argument(site.Call.Request, at)! : Pieces(site).Messages(at);
        if (!plan.OptionsPerCall)
        {
            return messages;
        }

        var own = site.ArgumentSyntax(site.Call.Options) is { } options ? $", {layout.Slices.Expression(options, at, layout.LineBreak)}" : string.Empty;
        return $"new global::{site.Call.Entry.RequestType}({messages}{own})";
    }

    /// <summary>The arguments behind the requests.</summary>
    private List<string> Others(Analyzers.Sites.CallSite site, string at)
    {
        var arguments = new List<string>();
        if (!plan.OptionsPerCall && site.ArgumentSyntax(site.Call.Options) is { } options && !IsNothing(options))
        {
            // `new()` does not say what it is where several overloads could take it: the name of the parameter does.
            var name = options.DescendantNodesAndSelf().Any(static n => n is ImplicitObjectCreationExpressionSyntax) ? $"{site.Call.Options!.Name}: " : string.Empty;
            arguments.Add(name + layout.Slices.Expression(options, at, layout.LineBreak));
        }

        if (site.ArgumentSyntax(site.Call.Token) is { } token && !IsNothing(token))
        {
            arguments.Add($"cancellationToken: {layout.Slices.Expression(token, at, layout.LineBreak)}");
        }

        return arguments;
    }

    private static bool IsNothing(ExpressionSyntax argument) =>
        argument.IsKind(SyntaxKind.NullLiteralExpression) || argument.IsKind(SyntaxKind.DefaultLiteralExpression) || argument.ToString() == "CancellationToken.None";

    private TextChange AnswerEdit(SyntaxNode replaced, int index)
    {
        var whole = replaced.Parent is ParenthesizedExpressionSyntax parentheses ? parentheses : replaced;
        return new TextChange(whole.Span, $"{batch}[{index}].Response");
    }

    /// <summary>Statements go with their comments; the blank line above them stays where the next one has none.</summary>
    private IEnumerable<TextChange> Removals()
    {
        for (var i = 0; i < plan.Moved.Length; i++)
        {
            var first = plan.Moved[i];
            while (i + 1 < plan.Moved.Length && plan.Moved[i].GetLastToken().GetNextToken() == plan.Moved[i + 1].GetFirstToken())
            {
                i++;
            }

            var next = plan.Moved[i].GetLastToken().GetNextToken().LeadingTrivia;
            var keepsBlankLine = Layout.StartsWithBlankLine(first) && !(next.Count > 0 && next[0].IsKind(SyntaxKind.EndOfLineTrivia));
            var start = keepsBlankLine ? first.GetLeadingTrivia()[0].Span.End : first.FullSpan.Start;
            yield return new TextChange(TextSpan.FromBounds(start, plan.Moved[i].FullSpan.End), string.Empty);
        }
    }

    /// <summary>Comments within a call that stand in none of the pieces that are written again.</summary>
    private IEnumerable<CodeLine> CommentsOf(Analyzers.Sites.CallSite site)
    {
        var kept = ((InvocationExpressionSyntax)site.Invocation.Syntax).ArgumentList.Arguments.Select(static a => a.Expression).Append(site.ReceiverSyntax).Select(static e => e.Span).ToList();
        return site.Replaced.Syntax.DescendantTrivia().Where(t => Layout.IsComment(t) && site.Replaced.Syntax.Span.Contains(t.Span) && !kept.Exists(k => k.Contains(t.Span)))
            .Select(t => new CodeLine(indent + t.ToString(), false));
    }

    private MessageWriter Pieces(Analyzers.Sites.CallSite site) => new(site, layout.Slices, layout.LineBreak);
}
