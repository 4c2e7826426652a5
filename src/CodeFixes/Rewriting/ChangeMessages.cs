using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>What the compiler says of a document before and after a change.</summary>
internal sealed class ChangeMessages
{
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

    public static async Task<ChangeMessages> OfAsync(Document before, Document after, int shift, CancellationToken cancellationToken) => new(
        (await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
        (await after.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
        await FindAsync(before, cancellationToken).ConfigureAwait(false),
        await FindAsync(after, cancellationToken).ConfigureAwait(false),
        shift);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document, CancellationToken cancellationToken) =>
        (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))?.GetDiagnostics(cancellationToken: cancellationToken) ?? [];
}
