using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.CodeFixes.Providers;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Verification;

/// <summary>All rules and fixes of the package, found as a host finds them.</summary>
public static class Tools
{
    /// <summary>One instance of each analyzer.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. Instances<DiagnosticAnalyzer>(typeof(Descriptors))];

    /// <summary>One instance of each code-fix provider.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. Instances<CodeFixProvider>(typeof(SequentialCompletionFixProvider))];

    private static IEnumerable<T> Instances<T>(Type marker) =>
        marker.Assembly.GetTypes().Where(static t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).OrderBy(static t => t.FullName, StringComparer.Ordinal).Select(static t => (T)Activator.CreateInstance(t)!);
}
