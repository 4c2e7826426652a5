using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes BM0006: collects the records, and writes many at a time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SingleStoreWriteFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SingleStoreWrite.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SolutionFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => BatchFixes.RegisterAsync(context);
}
