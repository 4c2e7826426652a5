using System.Collections.Immutable;
using System.Reflection;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>The rules as the descriptors state them.</summary>
internal static class RuleTable
{
    /// <summary>Every descriptor.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static f => f.FieldType == typeof(DiagnosticDescriptor)).Select(static f => (DiagnosticDescriptor)f.GetValue(null)!)];

    /// <summary>The descriptor of an id.</summary>
    public static DiagnosticDescriptor Get(string id) => All.Single(d => d.Id == id);

    /// <summary>Whether the package has a fix for an id.</summary>
    public static bool HasFix(string id) => Tools.Fixes.Any(f => f.FixableDiagnosticIds.Contains(id));

    /// <summary>The root of the source tree.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));
}
