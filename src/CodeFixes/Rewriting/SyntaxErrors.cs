using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Whether a changed file can still be read: half-written lines beside a change may be read together with it.</summary>
internal static class SyntaxErrors
{
    /// <summary>Whether a change leaves more syntax errors than there were. No fix may.</summary>
    /// <param name="before">The file as it was.</param>
    /// <param name="after">The file with the change.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<bool> AreAddedAsync(Document before, Document after, CancellationToken cancellationToken) =>
        await CountAsync(after, cancellationToken).ConfigureAwait(false) is > 0 and var errors
        && errors > await CountAsync(before, cancellationToken).ConfigureAwait(false);

    private static async Task<int> CountAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { ContainsDiagnostics: true } root ? root.GetDiagnostics().Count(static d => d.Severity == DiagnosticSeverity.Error) : 0;
}
