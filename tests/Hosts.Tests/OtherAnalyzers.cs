using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Hosts.Tests;

/// <summary>The rules that other people may have switched on: the SDK's (CA), the editor's (IDE), Meziantou's (MA) and StyleCop's (SA), every one of them.</summary>
internal static class OtherAnalyzers
{
    /// <summary>One instance of each analyzer.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [.. Paths.SelectMany(static p => Load(p))];

    /// <summary>The ids of all their rules.</summary>
    public static ImmutableHashSet<string> Ids { get; } = [.. All.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id)];

    // The project file downloads the packages and writes down where their assemblies are.
    private static IEnumerable<string> Paths => typeof(OtherAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(static a => a.Key == "OtherAnalyzers").Select(static a => a.Value!);

    /// <summary>The warnings in a project with all rules on.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItems(Ids.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Warn)))));
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers(All, options).GetAnalyzerDiagnosticsAsync();
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load(string path)
    {
        var reference = new AnalyzerFileReference(path, new Loader());
        reference.AnalyzerLoadFailed += (_, failure) => throw new InvalidOperationException($"{Path.GetFileName(path)}: {failure.Message}", failure.Exception);
        return reference.GetAnalyzers(LanguageNames.CSharp);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
