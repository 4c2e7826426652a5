namespace BatchMigrate.Equivalence.Tests;

/// <summary>Cases of the OpenAI library do the same before and after the fix.</summary>
public sealed class OpenAICaseTests
{
    public static TheoryData<string> Cases { get; } = CaseComparison.Cases(isOpenAI: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Before_and_after_do_the_same(string id) => CaseComparison.AssertEqualAsync(id);
}
