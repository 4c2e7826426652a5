using BatchMigrate.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Equivalence.Tests;

/// <summary>Cases of the common abstraction do the same before and after the fix.</summary>
public sealed class ChatClientCaseTests
{
    public static TheoryData<string> Cases { get; } = CaseComparison.Cases(isOpenAI: false);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Before_and_after_do_the_same(string id) => CaseComparison.AssertEqualAsync(id);

    [Fact]
    public void Every_fixed_case_can_be_run_unless_it_is_a_program_of_its_own()
    {
        var idle = CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && c.Run is null && !IsProgram(c) && !ChangesFailures(c)).Select(static c => c.Id);
        Assert.Empty(idle);
    }

    /// <summary>What is thrown where nothing was is another program, which is what the fix is for.</summary>
    private static bool ChangesFailures(CaseFile file) => file.Expected.All(static e => e.Id == "BM0011");

    private static bool IsProgram(CaseFile file) => CSharpSyntaxTree.ParseText(file.Source).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
}
