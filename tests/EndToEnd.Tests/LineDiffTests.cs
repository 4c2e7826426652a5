namespace BatchMigrate.EndToEnd.Tests;

public sealed class LineDiffTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", LineDiff.Unified("a.cs", "one\ntwo\n", "one\r\ntwo\r\n"));

    [Fact]
    public void A_change_comes_with_three_lines_around_it()
    {
        var difference = LineDiff.Unified("a.cs", "1\n2\n3\n4\nold\n6\n7\n8\n9", "1\n2\n3\n4\nnew\nmore\n6\n7\n8\n9");

        Assert.Equal("--- before/a.cs\n+++ after/a.cs\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-old\n+new\n+more\n 6\n 7\n 8\n", difference);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    public void Changes_share_a_hunk_when_their_contexts_meet(int between, int hunks)
    {
        var same = string.Concat(Enumerable.Range(0, between).Select(i => $"{i}\n"));
        var difference = LineDiff.Unified("a.cs", $"a\n{same}b\n", $"A\n{same}B\n");

        Assert.Equal(hunks, difference.Split('\n').Count(line => line.StartsWith("@@ ", StringComparison.Ordinal)));
    }
}
