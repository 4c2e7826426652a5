using System.Text.RegularExpressions;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>Each line of the catalogue of calls has a case that is fixed, and in which the compiler binds the call to that line.</summary>
public sealed class CatalogueCoverageTests
{
    public static TheoryData<string> Lines { get; } = [.. CallCatalog.Entries.Select(Describe)];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_case_fixes_a_call_of_each_line(string line)
    {
        var entry = CallCatalog.Entries.Single(e => Describe(e) == line);
        var isCalled = new Regex($@"\b{entry.Method}\b(<[^()]*>)?\(");
        foreach (var file in CaseFile.All.Where(f => f.Verdict == Verdict.Fixed && isCalled.IsMatch(f.Source)))
        {
            using var workspace = new AdhocWorkspace();
            var compilation = (await TestProject.Build(workspace, [file.ToProject()]).Projects.Single().GetCompilationAsync())!;
            var catalog = BoundCatalog.For(compilation);
            foreach (var tree in compilation.SyntaxTrees)
            {
                var model = compilation.GetSemanticModel(tree);
                if ((await tree.GetRootAsync()).DescendantNodes().OfType<InvocationExpressionSyntax>().Any(i => model.GetOperation(i) is IInvocationOperation call && catalog.Find(call.TargetMethod)?.Entry == entry))
                {
                    return;
                }
            }
        }

        Assert.Fail("No case with the verdict 'fixed' makes this call.");
    }

    private static string Describe(CallEntry entry) => $"{entry.Type}.{entry.Method}({entry.Request})";
}
