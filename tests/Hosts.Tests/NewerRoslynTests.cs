using System.Reflection;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Hosts.Tests;

/// <summary>The analyzers and fixes as they are packed, in a host with a newer Roslyn. Every eighth case; <c>-p:RoslynVersion=5.12.0</c> puts the whole suite on it.</summary>
public sealed class NewerRoslynTests
{
    private const int Step = 8;

    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors).Where(static (_, i) => i % Step == 0).Select(static c => c.Id)];

    [Fact]
    public void The_host_is_newer_than_what_the_package_is_compiled_against()
    {
        var hosted = typeof(Compilation).Assembly.GetName().Version!;
        var named = typeof(NewerRoslynTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "HostedRoslyn").Value!;
        Assert.StartsWith(named, hosted.ToString(), StringComparison.Ordinal);
        foreach (var assembly in new[] { Tools.Analyzers[0].GetType().Assembly, Tools.Fixes[0].GetType().Assembly })
        {
            Assert.True(assembly.GetReferencedAssemblies().Single(static a => a.Name == "Microsoft.CodeAnalysis").Version < hosted);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_is_fixed_as_ever(string id)
    {
        var file = CaseFile.Get(id);
        var texts = await CodeFixTest.FixAsync(file.ToProject());
        foreach (var (name, text) in file.OtherFixedSources.Prepend((id + ".cs", file.FixedSource!)))
        {
            Assert.Equal(text, texts[("Case", name)]);
        }
    }
}
