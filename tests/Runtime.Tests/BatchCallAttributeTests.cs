using System.Reflection;

namespace BatchMigrate.Runtime.Tests;

public sealed class BatchCallAttributeTests
{
    [BatchCall(nameof(SummariseAll))]
    private static string Summarise(string text) => text;

    private static IEnumerable<string> SummariseAll(IEnumerable<string> texts) => texts.Select(Summarise);

    [Fact]
    public void It_names_the_method_for_many()
    {
        Func<string, string> single = Summarise;

        Assert.Equal(nameof(SummariseAll), single.Method.GetCustomAttribute<BatchCallAttribute>()!.BatchMethod);
        Assert.Equal(["a", "b"], SummariseAll(["a", "b"]));
    }

    [Fact]
    public void It_stands_on_methods_once()
    {
        var usage = typeof(BatchCallAttribute).GetCustomAttribute<AttributeUsageAttribute>()!;

        Assert.Equal((AttributeTargets.Method, false), (usage.ValidOn, usage.AllowMultiple));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void It_needs_a_name(string? name) => Assert.Equal("batchMethod", Assert.Throws<ArgumentException>(() => new BatchCallAttribute(name!)).ParamName);
}
