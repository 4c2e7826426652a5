using System.Text.RegularExpressions;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the two halves of a cut body: the lambda that makes a request, and the one that reads its answer.</summary>
internal sealed class BodyWriter
{
    private readonly BodySplit split;
    private readonly Layout layout;
    private readonly MessageWriter messages;
    private readonly HashSet<string> used;
    private readonly string item;
    private readonly string answer;
    private readonly LocalDeclarationStatementSyntax? dropped;
    private bool inLoop;

    public BodyWriter(BodySplit split, Layout layout)
    {
        this.split = split;
        this.layout = layout;
        messages = new MessageWriter(split.Site, layout.Slices, layout.LineBreak);
        used = [.. split.Region.Syntax.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)];
        item = Free("item");
        dropped = TakesResponse ? DeclarationOfAnswer() : null;
        answer = !TakesResponse ? $"{item}.Response" : dropped?.Declaration.Variables[0].Identifier.Text ?? Free(split.Site.Call.Entry.Client.StartsWith("OpenAI.", StringComparison.Ordinal) ? "result" : "response");
    }

    /// <summary>Whether the answer alone is enough, so that failed items need not be looked at.</summary>
    public bool TakesResponse => !split.SeesFailure && split.Guard is null && !split.ReadsItem && !IsVoid;

    private bool IsVoid => split.Region.Method is { } method && (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 0 });

    /// <summary>The name that a lambda gives to an item.</summary>
    public string Variable => split.Region.Items.Length == 1 ? Identifiers.Write(split.Region.Items[0].Name) : Free("input");

    /// <summary>The lambda that makes the request of an item.</summary>
    public string Selector(string indent)
    {
        var inner = indent + layout.IndentStep;
        var lines = Prepare(0, inner);
        if (lines.Count == 0 && split.Region.Items.Length == 1)
        {
            return $"{Variable} => {Request(indent)}";
        }

        if (split.Guard is null && split.Region.Items.Length == 1 && OnlyRequest() is { } only)
        {
            return $"{Variable} => {layout.Slices.Expression(only, indent, layout.LineBreak)}";
        }

        lines.AddRange(CommentsOfCall(inner));
        lines.AddRange(Split($"{inner}return {Request(inner)};"));
        lines.InsertRange(0, Unpack(lines, inner));
        return Lambda(Variable, lines, indent);
    }

    /// <summary>Whether the request is the item itself.</summary>
    public bool RequestsItem =>
        split.Region.Items.Length == 1 && split.Guard is null && Prepare(0, string.Empty).Count == 0
        && split.Site.Call.Shape != Analyzers.Catalog.RequestShape.Message && split.Site.Argument(split.Site.Call.Request) is { } request && Unconverted(request) is IParameterReferenceOperation { Parameter: var parameter } && split.Region.IsItem(parameter);

    /// <summary>
    /// The call that sends all requests; <paramref name="source"/> gives the items, <paramref name="configured"/> what its await is configured with
    /// where the single call does not say it.
    /// </summary>
    public string BatchCall(string source, string indent, string? token, string? batchOptions = null, string? configured = null)
    {
        var arguments = new List<string> { source };
        if (!RequestsItem)
        {
            arguments.Add(Selector(indent));
        }

        if (split.Options is { } options && !options.IsKind(SyntaxKind.NullLiteralExpression) && !options.IsKind(SyntaxKind.DefaultLiteralExpression))
        {
            var text = layout.Slices.Expression(options, indent, layout.LineBreak);
            arguments.Add(options.DescendantNodesAndSelf().Any(static n => n is ImplicitObjectCreationExpressionSyntax) ? $"{split.Site.Call.Options!.Name}: {text}" : text);
        }

        if (batchOptions is not null)
        {
            arguments.Add($"batchOptions: {batchOptions}");
        }

        if (token is not null)
        {
            arguments.Add($"cancellationToken: {token}");
        }

        var call = layout.Arguments($"{messages.Receiver(indent)}.{split.Site.Call.Entry.BatchMethod}", arguments, indent);
        return split.Site.IsAsync ? $"await {call}{configured ?? messages.Configured()}" : call;
    }

    /// <summary>What reads the answers: <c>.Map(…)</c> or <c>.Apply(…)</c>; nothing where they are handed back as they are.</summary>
    /// <param name="source">The items once more.</param>
    /// <param name="types">The type arguments, where they cannot be inferred.</param>
    /// <param name="indent">The indentation of the statement.</param>
    public string Reader(string source, Func<bool, string> types, string indent)
    {
        if (split.IsPlain)
        {
            return string.Empty;
        }

        var inner = indent + layout.IndentStep;
        if (TakesResponse)
        {
            return $".Map{types(false)}({Consumer(answer, indent)})";
        }

        var unpacks = split.ReadsItem && split.Region.Items.Length > 1;
        var variables = $"({(split.ReadsItem ? Variable : "_")}, {item})";
        return $".{(IsVoid ? "Apply" : "Map")}{types(true)}({source}, {(unpacks ? Lambda(variables, [.. Unpack(Consume(inner), inner), .. Consume(inner)], indent) : Consumer(variables, indent))})";
    }

    /// <summary>What is done with an answer, as the statements of a loop.</summary>
    public List<CodeLine> Statements(string indent)
    {
        inLoop = true;
        return [.. WriterContext.TrimBlank(Consume(indent))];
    }

    /// <summary>The name of the batch's item in <see cref="Statements"/>.</summary>
    public string Item => item;

    private string Consumer(string variables, string indent)
    {
        if (OnlyExpression() is { } expression)
        {
            return $"{variables} => {layout.Slices.Expression(expression, indent, layout.LineBreak, [AnswerEdit()])}";
        }

        return Lambda(variables, [.. WriterContext.TrimBlank(Consume(indent + layout.IndentStep))], indent);
    }

    /// <summary>The one expression that the reading of an answer comes down to.</summary>
    private ExpressionSyntax? OnlyExpression()
    {
        if (split.SeesFailure || split.Guard is not null || split.Sunk.Count > 0)
        {
            return null;
        }

        var leaf = split.Path[split.Path.Length - 1].Operation.Syntax;
        if (leaf is ExpressionSyntax body)
        {
            return body;
        }

        var after = split.Path.OfType<BlockNode>().SelectMany(static b => b.After).Select(static o => o.Syntax).ToList();
        var statement = dropped is null ? (after.Count == 0 ? leaf : null) : (after.Count == 1 ? after[0] : null);
        return statement is null || HasComments(statement) ? null : statement switch
        {
            ReturnStatementSyntax { Expression: { } value } => value,
            ExpressionStatementSyntax { Expression: var effect } when IsVoid && effect != split.Site.Replaced.Syntax => effect,
            _ => null,
        };
    }

    private List<CodeLine> Prepare(int level, string indent)
    {
        var lines = new List<CodeLine>();
        foreach (var block in split.Path.OfType<BlockNode>())
        {
            foreach (var statement in block.Before.Select(static o => o.Syntax).Where(s => !split.Sunk.Contains(s)))
            {
                lines.AddRange(statement == split.Guard ? Skip(indent) : layout.Slices.Node(statement, indent));
            }

            var held = block.Block.Operations[block.Before.Length].Syntax;
            if (lines.Count > 0 && held is StatementSyntax && WriterContext.StartsWithBlankLine(held))
            {
                lines.Add(default);
            }
        }

        var blank = lines.Count > 0 && lines[lines.Count - 1].IsBlank;
        return [.. WriterContext.TrimBlank(lines), .. blank ? [default(CodeLine)] : Array.Empty<CodeLine>()];
    }

    /// <summary>The local that the request is made in, where that is all that is prepared.</summary>
    private ExpressionSyntax? OnlyRequest()
    {
        var prepared = split.Path.OfType<BlockNode>().SelectMany(static b => b.Before).Select(static o => o.Syntax).Where(s => !split.Sunk.Contains(s)).ToList();
        return prepared.Count == 1
            && prepared[0] is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } declaration
            && variables[0] is { Initializer.Value: { } value } variable
            && !HasComments(declaration)
            && value is not (ImplicitObjectCreationExpressionSyntax or InitializerExpressionSyntax or LiteralExpressionSyntax)
            && split.Site.ArgumentSyntax(split.Site.Call.Request) is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText
            ? value
            : null;
    }

    private List<CodeLine> Skip(string indent)
    {
        var guard = split.Guard!;
        return layout.Block(layout.Header(guard, guard.Statement, indent), [new CodeLine($"{indent}{layout.IndentStep}return null;", false)], indent, guard.Statement, withNotes: false);
    }

    private List<CodeLine> Consume(string indent) => Level(0, indent);

    private List<CodeLine> Level(int level, string indent)
    {
        var operation = split.Path[level].Operation;
        if (split.Path[level] is BlockNode block)
        {
            return [.. block.Before.Where(s => Keeps(s.Syntax)).SelectMany(s => layout.Slices.Node(s.Syntax, indent, [.. GuardEdits(s.Syntax), .. Returns(s.Syntax)])),
                .. LosesBlankLine(block) ? [default(CodeLine)] : Array.Empty<CodeLine>(),
                .. Level(level + 1, indent),
                .. block.After.SelectMany(s => layout.Slices.Node(s.Syntax, indent, Returns(s.Syntax))),
                .. block.Block.Syntax is BlockSyntax syntax ? layout.CommentsAtEnd(syntax, indent) : []];
        }

        if (operation.Syntax == dropped)
        {
            return [];
        }

        return operation.Syntax is ExpressionSyntax expression
            ? [.. Split($"{indent}{(IsVoid ? string.Empty : "return ")}{layout.Slices.Expression(expression, indent, layout.LineBreak, [AnswerEdit()])};")]
            : layout.Slices.Node(operation.Syntax, indent, [.. Edits(level), .. Returns(operation.Syntax)]);
    }

    /// <summary>Whether the blank line between what stays before the call and the rest went with a statement that was taken out.</summary>
    private bool LosesBlankLine(BlockNode block)
    {
        var gone = block.Before.Select(static o => o.Syntax).Reverse().TakeWhile(s => !Keeps(s)).ToList();
        return gone.Count > 0 && gone.Count < block.Before.Length && WriterContext.StartsWithBlankLine(gone[gone.Count - 1]) && !WriterContext.StartsWithBlankLine(block.Block.Operations[block.Before.Length].Syntax);
    }

    private IEnumerable<SliceEdit> Edits(int level)
    {
        foreach (var block in split.Path.Skip(level).OfType<BlockNode>())
        {
            foreach (var statement in block.Before.Select(static o => o.Syntax))
            {
                if (!Keeps(statement))
                {
                    yield return SliceEdit.Remove(statement.FullSpan);
                }
                else if (statement == split.Guard)
                {
                    yield return GuardEdits(statement).Single();
                }
            }

            // The blank line between what has gone and what stays.
            var held = block.Block.Operations[block.Before.Length].Syntax;
            if (block.Before.Length > 0 && !block.Before.Any(s => Keeps(s.Syntax)) && held.GetLeadingTrivia() is { Count: > 0 } leading && leading[0].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                yield return SliceEdit.Remove(leading[0].FullSpan);
            }
        }

        yield return AnswerEdit();
    }

    /// <summary>What ends the method for its item goes on with the next item in a loop.</summary>
    private IEnumerable<SliceEdit> Returns(SyntaxNode node) => !inLoop ? [] : node.DescendantNodesAndSelf(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<ReturnStatementSyntax>().Select(static r => SliceEdit.Replace(r.ReturnKeyword.Span, "continue"));

    private bool Keeps(SyntaxNode statement) => split.Sunk.Contains(statement) || statement == split.Guard;

    private IEnumerable<SliceEdit> GuardEdits(SyntaxNode statement) =>
        statement == split.Guard ? [SliceEdit.Replace(split.Guard!.Condition.Span, $"{item}.Skipped")] : [];

    private SliceEdit AnswerEdit()
    {
        var replaced = split.Site.Replaced.Syntax;
        if (replaced.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            replaced = parentheses;
        }

        return SliceEdit.Replace(replaced.Span, replaced.Parent is ExpressionStatementSyntax ? $"_ = {answer}" : answer);
    }

    /// <summary>The declaration that does nothing but give the answer its name.</summary>
    private LocalDeclarationStatementSyntax? DeclarationOfAnswer() =>
        split.Path[split.Path.Length - 1].Operation.Syntax is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Variables: { Count: 1 } variables, Type: var type } } declaration
        && variables[0].Initializer?.Value == split.Site.Replaced.Syntax && !HasComments(declaration)
        && (type.IsVar || SymbolEqualityComparer.Default.Equals(split.Site.Invocation.SemanticModel?.GetTypeInfo(type).Type, split.Site.Replaced.Type))
            ? declaration
            : null;

    /// <summary>Takes an item apart, as far as the statements behind it need its parts.</summary>
    private IEnumerable<CodeLine> Unpack(IReadOnlyCollection<CodeLine> needed, string indent)
    {
        if (split.Region.Items.Length == 1)
        {
            return [];
        }

        var text = string.Join("\n", needed.Select(static l => l.Text));
        return [new CodeLine($"{indent}var ({string.Join(", ", split.Region.Items.Select(i => Regex.IsMatch(text, $@"\b{Regex.Escape(i.Name)}\b") ? Identifiers.Write(i.Name) : "_"))}) = {Variable};", false)];
    }

    private string Request(string indent) => split.Site.Call.Shape == Analyzers.Catalog.RequestShape.Value
        ? messages.Argument(split.Site.Call.Request!, indent)!
        : messages.Messages(indent);

    private string Lambda(string variables, List<CodeLine> lines, string indent) =>
        $"{variables} =>{layout.LineBreak}{indent}{{{layout.LineBreak}{string.Join(layout.LineBreak, lines.Select(static l => l.Text ?? string.Empty))}{layout.LineBreak}{indent}}}";

    private IEnumerable<CodeLine> CommentsOfCall(string indent) =>
        split.Site.Replaced.Syntax.DescendantTrivia()
            .Where(t => Layout.IsComment(t) && !((InvocationExpressionSyntax)split.Site.Invocation.Syntax).ArgumentList.Arguments.Any(a => a.Span.Contains(t.Span)))
            .Select(t => new CodeLine(indent + t.ToString(), false));

    private IEnumerable<CodeLine> Split(string code) => code.Split([layout.LineBreak], StringSplitOptions.None).Select(static (l, i) => new CodeLine(l, IsFixed: i > 0));

    private string Free(string wanted)
    {
        var name = wanted;
        for (var i = 2; used.Contains(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }

    private static bool HasComments(SyntaxNode node) => node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(Layout.IsComment);

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : operation;
}
