using System.Collections.Immutable;
using System.Reflection;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>House rules that every analyzer and every fix keeps.</summary>
public sealed class ConventionTests
{
    public static TheoryData<string> Analyzers { get; } = [.. Tools.Analyzers.Select(static a => a.GetType().Name)];

    public static TheoryData<string> Fixes { get; } = [.. Tools.Fixes.Select(static f => f.GetType().Name)];

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void An_analyzer_is_sealed_public_and_registered_for_CSharp(string name)
    {
        var type = Analyzer(name).GetType();
        Assert.True(type.IsSealed);
        Assert.True(type.IsPublic);
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
    }

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void An_analyzer_runs_concurrently_and_leaves_generated_code_alone(string name)
    {
        var context = new RecordingContext();
        Analyzer(name).Initialize(context);
        Assert.Equal(1, context.Concurrent);
        Assert.Equal(GeneratedCodeAnalysisFlags.None, context.GeneratedCode);
        Assert.Equal(1, context.CompilationStarts);
    }

    [Fact]
    public void An_id_has_one_analyzer_and_every_descriptor_has_an_analyzer()
    {
        var supported = Tools.Analyzers.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).ToList();
        Assert.Equal(supported.Distinct(), supported);
        Assert.Equal(RuleTable.All.Select(static d => d.Id).Order(), supported.Order());
    }

    [Fact]
    public void A_descriptor_can_be_read_and_configured()
    {
        foreach (var descriptor in RuleTable.All)
        {
            Assert.Matches("^BM[0-9]{4}$", descriptor.Id);
            Assert.True(descriptor.IsEnabledByDefault);
            Assert.NotEmpty(descriptor.Title.ToString());
            Assert.NotEmpty(descriptor.Description.ToString());
            Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
            Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, descriptor.CustomTags);
        }
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_sealed_public_and_exported_for_CSharp(string name)
    {
        var type = Fix(name).GetType();
        Assert.True(type.IsSealed);
        Assert.True(type.IsPublic);
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_has_a_fix_all_of_its_own_for_every_scope(string name)
    {
        var all = Fix(name).GetFixAllProvider();
        Assert.NotNull(all);
        Assert.NotSame(WellKnownFixAllProviders.BatchFixer, all);
        Assert.Superset(new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }, all.GetSupportedFixAllScopes().ToHashSet());
    }

    [Fact]
    public void An_id_has_at_most_one_fix()
    {
        var fixable = Tools.Fixes.SelectMany(static f => f.FixableDiagnosticIds).ToList();
        Assert.Equal(fixable.Distinct(), fixable);
        Assert.Subset(RuleTable.All.Select(static d => d.Id).ToHashSet(), fixable.ToHashSet());
    }

    [Fact]
    public async Task An_id_is_fixable_always_or_never()
    {
        var fixable = Tools.Fixes.SelectMany(static f => f.FixableDiagnosticIds).ToImmutableHashSet();
        foreach (var file in CaseFile.All)
        {
            using var workspace = new AdhocWorkspace();
            var project = TestProject.Build(workspace, [file.ToProject()]).Projects.Single();
            foreach (var diagnostic in await FixEngine.OfPackage.AnalyzeAsync(project))
            {
                var keys = new List<string?>();
                foreach (var fix in Tools.Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
                {
                    await fix.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => keys.Add(action.EquivalenceKey), CancellationToken.None));
                }

                // The key is the id: hosts reuse the key of one finding for all of its kind.
                Assert.True(keys.SequenceEqual(fixable.Contains(diagnostic.Id) ? [diagnostic.Id] : []), $"{file.Id}: {diagnostic.Id} has the fixes [{string.Join(", ", keys)}].");
            }
        }
    }

    [Fact]
    public void The_analyzers_do_not_need_the_workspaces_layer()
    {
        var references = typeof(Descriptors).Assembly.GetReferencedAssemblies().Select(static a => a.Name!).ToList();
        Assert.Contains("Microsoft.CodeAnalysis", references);
        Assert.DoesNotContain(references, static r => r.Contains("Workspaces", StringComparison.Ordinal));
        Assert.DoesNotContain("BatchMigrate", references);
        Assert.DoesNotContain(references, static r => r.StartsWith("OpenAI", StringComparison.Ordinal) || r.StartsWith("Microsoft.Extensions", StringComparison.Ordinal));
    }

    private static DiagnosticAnalyzer Analyzer(string name) => Tools.Analyzers.Single(a => a.GetType().Name == name);

    private static CodeFixProvider Fix(string name) => Tools.Fixes.Single(f => f.GetType().Name == name);
}
