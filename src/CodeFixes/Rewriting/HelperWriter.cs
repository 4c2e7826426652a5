using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Adds the method for many items below the one for one, and puts the single one on top of it for its other callers.</summary>
internal sealed class HelperWriter
{
    private const string Tasks = "global::System.Threading.Tasks.Task";
    private const string Token = "global::System.Threading.CancellationToken";

    private readonly SplitForm form;
    private readonly SyntaxNode declaration;
    private readonly Layout layout;
    private readonly BodyWriter body;
    private readonly MessageWriter messages;
    private readonly IMethodSymbol method;
    private readonly string indent;
    private readonly string list;
    private readonly string pending;

    private HelperWriter(SplitForm form, SyntaxNode root, SourceText text)
    {
        this.form = form;
        method = form.Helper.Method;
        declaration = form.Helper.Operation.Syntax;
        var slices = new SourceSlices(root, text);
        layout = new Layout(declaration, Body, slices);
        body = new BodyWriter(form.Split, layout);
        messages = new MessageWriter(form.Split.Site, slices, layout.LineBreak);
        indent = slices.IndentAt(declaration.SpanStart);
        list = Free(ListNames.Of(form.Varying));
        pending = Free("pending");
    }

    private BlockSyntax? Body => declaration switch
    {
        MethodDeclarationSyntax m => m.Body,
        LocalFunctionStatementSyntax f => f.Body,
        _ => null,
    };

    private ParameterListSyntax Parameters => declaration is MethodDeclarationSyntax m ? m.ParameterList : ((LocalFunctionStatementSyntax)declaration).ParameterList;

    private TypeSyntax ReturnType => declaration is MethodDeclarationSyntax m ? m.ReturnType : ((LocalFunctionStatementSyntax)declaration).ReturnType;

    private SyntaxTokenList Modifiers => declaration is MethodDeclarationSyntax m ? m.Modifiers : ((LocalFunctionStatementSyntax)declaration).Modifiers;

    private TypeParameterListSyntax? TypeParameters => declaration is MethodDeclarationSyntax m ? m.TypeParameterList : ((LocalFunctionStatementSyntax)declaration).TypeParameterList;

    private SyntaxList<TypeParameterConstraintClauseSyntax> Constraints => declaration is MethodDeclarationSyntax m ? m.ConstraintClauses : ((LocalFunctionStatementSyntax)declaration).ConstraintClauses;

    private bool IsAsync => form.Split.Site.IsAsync;

    /// <summary>The token's name in the added method, where the single one has none and others can see it.</summary>
    private string? AddedToken => method.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable || form.Split.Token is not null || method.Parameters.Any(static p => p.Type.Name == "CancellationToken")
        ? null
        : Free("cancellationToken");

    /// <summary>The change of text.</summary>
    public static TextChange Write(SplitForm form, SyntaxNode root, SourceText text)
    {
        var writer = new HelperWriter(form, root, text);
        var many = string.Join(writer.layout.LineBreak, writer.Many().Select(static l => l.Text ?? string.Empty));
        return new TextChange(writer.declaration.Span, writer.HasOtherCallers() ? writer.Single() + writer.layout.LineBreak + writer.layout.LineBreak + many : many.TrimStart());
    }

    /// <summary>Whether anything but the one loop may call the method for one item; otherwise the method for many takes its place.</summary>
    private bool HasOtherCallers()
    {
        if (method is not { MethodKind: MethodKind.LocalFunction } and not { DeclaredAccessibility: Accessibility.Private })
        {
            return true;
        }

        IEnumerable<SyntaxNode> scopes = method.MethodKind == MethodKind.LocalFunction
            ? [declaration.Ancestors().First(static n => n is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)]
            : method.ContainingType.DeclaringSyntaxReferences.Select(static r => r.GetSyntax());
        var mentions = scopes.SelectMany(static s => s.DescendantTokens(descendIntoTrivia: true)).Count(t => t.ValueText == method.Name ? !NamesOther(t) : t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText.Contains(method.Name));
        return mentions != 2 || declaration is MethodDeclarationSyntax { AttributeLists.Count: > 0 } || declaration.GetLeadingTrivia().ToFullString().Contains("<param ");
    }

    /// <summary>Whether a token of that name is known to name something else: an overload, a method of another type.</summary>
    private bool NamesOther(SyntaxToken token) =>
        form.Helper.Operation.SemanticModel is { } model && model.SyntaxTree == token.SyntaxTree && token.Parent is { } node
        && (node is SimpleNameSyntax ? model.GetSymbolInfo(node).Symbol : model.GetDeclaredSymbol(node)) is { } symbol
        && !SymbolEqualityComparer.Default.Equals((symbol is IMethodSymbol { ReducedFrom: { } full } ? full : symbol).OriginalDefinition, method);

    private string Single()
    {
        var start = (SyntaxNode?)Body ?? (declaration is MethodDeclarationSyntax m ? m.ExpressionBody : ((LocalFunctionStatementSyntax)declaration).ExpressionBody)!;
        var end = start.GetFirstToken().GetPreviousToken().Span.End;
        var forwards = form.IsInOrder && ReturnType is not GenericNameSyntax && method.ReturnType.Name != "ValueTask";
        var head = layout.Slices.Expression(declaration, indent, layout.LineBreak, [.. AsyncEdit(!forwards && IsAsync), SliceEdit.Remove(TextSpan.FromBounds(end, declaration.Span.End))]);
        var one = method.Parameters.Select(p => IsFirst(p) ? Collection() : IsVarying(p) ? null : Identifiers.Write(p.Name)).Where(static a => a is not null);
        var call = $"{form.Name}{TypeParameterNames()}({string.Join(", ", one)})";
        var text = !IsAsync ? (form.IsInOrder ? call : $"{call}[0].Response")
            : forwards ? call
            : form.IsInOrder ? $"await {call}{messages.Configured()}"
            : $"(await {call}{messages.Configured()})[0].Response";
        return $"{head} =>{layout.LineBreak}{indent}{layout.IndentStep}{text};";
    }

    private IEnumerable<SliceEdit> AsyncEdit(bool wanted)
    {
        var keyword = Modifiers.FirstOrDefault(static t => t.IsKind(SyntaxKind.AsyncKeyword));
        if (wanted && keyword.IsKind(SyntaxKind.None))
        {
            yield return SliceEdit.Replace(new TextSpan(ReturnType.SpanStart, 0), "async ");
        }
        else if (!wanted && !keyword.IsKind(SyntaxKind.None))
        {
            yield return SliceEdit.Remove(TextSpan.FromBounds(keyword.SpanStart, keyword.GetNextToken().SpanStart));
        }
    }

    private string Collection()
    {
        var item = form.Varying.Length == 1 ? Identifiers.Write(form.Varying[0].Name) : "(" + string.Join(", ", form.Varying.Select(static v => Identifiers.Write(v.Name))) + ")";
        return ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12 ? $"[{item}]" : $"new[] {{ {item} }}";
    }

    private string TypeParameterNames() => TypeParameters is { } parameters ? $"<{string.Join(", ", parameters.Parameters.Select(static p => p.Identifier.Text))}>" : string.Empty;

    private List<CodeLine> Many()
    {
        var lines = new List<CodeLine>();
        if (declaration is MethodDeclarationSyntax && HasOtherCallers())
        {
            lines.Add(new CodeLine($"{indent}/// <summary>Does what <c>{method.Name}</c> does, for many {Words(ListNames.Of(form.Varying))} in one batch{(form.IsInOrder ? ", in their order" : ": an outcome for each, in their order")}.</summary>", false));
        }

        var inner = indent + layout.IndentStep;
        var token = form.Split.Token is { } given && !given.IsKind(SyntaxKind.DefaultLiteralExpression) ? layout.Slices.Expression(given, inner, layout.LineBreak) : AddedToken;
        if (form.Split.IsPlain && IsAsync)
        {
            var call = body.BatchCall(list, inner, token).Substring("await ".Length);
            var end = messages.Configured();
            lines.AddRange(Split(Head(isAsync: false) + " =>"));
            lines.AddRange(CommentsOfArrow(inner));
            lines.AddRange(Split($"{inner}{(end.Length > 0 && call.EndsWith(end, StringComparison.Ordinal) ? call.Substring(0, call.Length - end.Length) : call)};"));
            return lines;
        }

        var statements = new List<CodeLine>(CommentsOfArrow(inner));
        var source = list;
        if (form.IsInOrder ? form.Split.ReadsItem : !form.Split.IsPlain && !body.TakesResponse)
        {
            source = pending;
            statements.Add(new CodeLine($"{inner}var {pending} = {list}.ToList();", false));
        }

        var sent = body.BatchCall(source, inner, token);
        if (form.Split.IsPlain)
        {
            statements.AddRange(Split($"{inner}return {sent};"));
        }
        else
        {
            var batch = Free("batch");
            statements.AddRange(Split($"{inner}var {batch} = {sent};"));
            statements.AddRange(form.IsInOrder ? Loop(source, batch, inner) : Split($"{inner}return {batch}{body.Reader(source, TypeArguments, inner)};"));
        }

        lines.AddRange(layout.Block([.. Split(Head(IsAsync))], statements, indent, Body ?? declaration, withNotes: false));
        return lines;
    }

    /// <summary>What is said before the expression that the method consists of.</summary>
    private IEnumerable<CodeLine> CommentsOfArrow(string indent) =>
        ((declaration as MethodDeclarationSyntax)?.ExpressionBody ?? (declaration as LocalFunctionStatementSyntax)?.ExpressionBody) is { } arrow
            ? arrow.ArrowToken.TrailingTrivia.Concat(arrow.Expression.GetLeadingTrivia()).Where(Layout.IsComment).Select(t => new CodeLine(indent + t, false))
            : [];

    private List<CodeLine> Loop(string source, string batch, string inner)
    {
        var variables = form.Varying.Length == 1 ? body.Variable : "(" + string.Join(", ", form.Varying.Select(static v => Identifiers.Write(v.Name))) + ")";
        var header = form.Split.ReadsItem ? $"foreach (var ({variables}, {body.Item}) in {source}.Zip({batch}))" : $"foreach (var {body.Item} in {batch})";
        return layout.Block([new CodeLine(inner + header, false)], body.Statements(inner + layout.IndentStep), inner, Body ?? declaration, withNotes: false);
    }

    private string Head(bool isAsync)
    {
        var modifiers = Modifiers.Where(static t => !t.IsKind(SyntaxKind.AsyncKeyword) && !t.IsKind(SyntaxKind.VirtualKeyword) && !t.IsKind(SyntaxKind.OverrideKeyword) && !t.IsKind(SyntaxKind.SealedKeyword) && !t.IsKind(SyntaxKind.NewKeyword))
            .Select(static t => t.Text + " ");
        var result = ResultType();
        var type = IsAsync ? (result is null ? Tasks : $"{Tasks}<global::BatchMigrate.BatchResult<{result}>>") : result is null ? "void" : $"global::BatchMigrate.BatchResult<{result}>";
        var constraints = string.Concat(Constraints.Select(c => (WriterContext.StartsLine(c.GetFirstToken()) ? layout.LineBreak + indent + layout.IndentStep : " ") + c));
        var head = $"{indent}{string.Concat(modifiers)}{(isAsync ? "async " : string.Empty)}{type} {form.Name}{TypeParameters}(";
        var parameters = string.Join(", ", ParametersOfMany());
        var separator = Shortened(head + parameters).Length > Layout.LongestLine ? layout.LineBreak + indent + layout.IndentStep : string.Empty;
        return $"{head}{separator}{parameters}){constraints.TrimEnd()}";
    }

    /// <summary>About what the host leaves of full names.</summary>
    private static string Shortened(string code) => System.Text.RegularExpressions.Regex.Replace(code, @"global::(\w+\.)+", string.Empty);

    private IEnumerable<string> ParametersOfMany()
    {
        foreach (var parameter in method.Parameters)
        {
            var written = Parameters.Parameters[parameter.Ordinal];
            if (IsFirst(parameter))
            {
                var types = form.Varying.Select(v => (Type: Parameters.Parameters[v.Ordinal].Type!.ToString(), Name: Identifiers.Write(v.Name))).ToList();
                var element = types.Count == 1 ? types[0].Type : "(" + string.Join(", ", types.Select(static t => $"{t.Type} {t.Name}")) + ")";
                yield return $"{(written.Modifiers.Any(SyntaxKind.ThisKeyword) ? "this " : string.Empty)}{TypeNames.Enumerable}<{element}> {list}";
            }
            else if (!IsVarying(parameter))
            {
                yield return written.ToString();
            }
        }

        if (AddedToken is { } token)
        {
            yield return $"{Token} {token} = default";
        }
    }

    /// <summary>The type of one result; null where there is none.</summary>
    private string? ResultType()
    {
        if (form.IsInOrder || Siblings.ResultOf(method) is not { } result)
        {
            return null;
        }

        return !IsAsync ? ReturnType.ToString() : ReturnType is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } ? arguments[0].ToString() : TypeNames.Of(result);
    }

    /// <summary>Written only where the compiler would infer another type from what the lambda gives back.</summary>
    private string TypeArguments(bool withSource)
    {
        var result = Siblings.ResultOf(method)!;
        var values = Returned(form.Split.Region.Body);
        var inferred = result.NullableAnnotation != NullableAnnotation.Annotated && values.All(v => SymbolEqualityComparer.Default.Equals(form.Split.Site.Invocation.SemanticModel?.GetTypeInfo(v!.Syntax).Type, result));
        if (inferred)
        {
            return string.Empty;
        }

        var items = form.Varying.Select(v => Parameters.Parameters[v.Ordinal].Type!.ToString()).ToList();
        var source = items.Count == 1 ? items[0] : "(" + string.Join(", ", items) + ")";
        return withSource ? $"<{source}, {ResultType()}>" : $"<{ResultType()}>";
    }

    /// <summary>What a body gives back; what lambdas in it do is theirs.</summary>
    private static List<IOperation> Returned(IOperation body)
    {
        var values = new List<IOperation>();
        var open = new Stack<IOperation>([body]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    values.Add(value);
                    break;
                case var operation:
                    foreach (var child in operation.ChildOperations.Reverse())
                    {
                        open.Push(child);
                    }

                    break;
            }
        }

        return values;
    }

    private bool IsVarying(IParameterSymbol parameter) => form.Varying.Any(v => v.Ordinal == parameter.Ordinal);

    private bool IsFirst(IParameterSymbol parameter) => parameter.Ordinal == form.Varying[0].Ordinal;

    private IEnumerable<CodeLine> Split(string code) => code.Split([layout.LineBreak], StringSplitOptions.None).Select(static (l, i) => new CodeLine(l, IsFixed: i > 0));

    private string Free(string wanted)
    {
        var used = new HashSet<string>(declaration.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        var name = wanted;
        for (var i = 2; used.Contains(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }

    /// <summary>A name of code as words of a sentence.</summary>
    private static string Words(string name) => string.Concat((name.EndsWith("List", StringComparison.Ordinal) ? name.Substring(0, name.Length - "List".Length) : name).Select(static c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
