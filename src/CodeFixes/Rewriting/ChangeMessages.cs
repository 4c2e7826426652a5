using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>What the compiler says of a document before and after a change. The host's clean-up adds usings later; here they stand in front of the first line, where they move no line.</summary>
internal sealed class ChangeMessages
{
    private static readonly string[] Imports = ["System.Linq", "System.Collections.Generic", "BatchMigrate"];

    private ChangeMessages(SyntaxNode rootBefore, SyntaxNode rootAfter, ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after, int shift)
    {
        (RootBefore, RootAfter, Before, After, Shift) = (rootBefore, rootAfter, before, after, shift);
    }

    public SyntaxNode RootBefore { get; }

    /// <summary>The changed document with the usings in front.</summary>
    public SyntaxNode RootAfter { get; }

    public ImmutableArray<Diagnostic> Before { get; }

    /// <summary>In <see cref="RootAfter"/>.</summary>
    public ImmutableArray<Diagnostic> After { get; }

    /// <summary>How far the usings have moved everything.</summary>
    public int Shift { get; }

    public static async Task<ChangeMessages> OfAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var text = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var there = (await after.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax)?.Usings.Where(static u => u.Alias is null).Select(static u => u.Name?.ToString()).ToList() ?? [];
        var usings = string.Concat(Imports.Where(i => !there.Contains(i)).Select(static i => $"using {i}; "));
        var probe = after.WithText(text.Replace(0, 0, usings));
        return new ChangeMessages(
            (await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
            (await probe.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
            await FindAsync(before, cancellationToken).ConfigureAwait(false),
            await FindAsync(probe, cancellationToken).ConfigureAwait(false),
            usings.Length);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document, CancellationToken cancellationToken) =>
        (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))?.GetDiagnostics(cancellationToken: cancellationToken) ?? [];
}
