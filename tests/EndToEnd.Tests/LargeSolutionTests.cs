using System.Globalization;
using BatchMigrate.EndToEnd.Tests.Support;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.EndToEnd.Tests;

/// <summary>The README's command on a whole solution. <c>LARGE_SOLUTION=30x500</c> makes it that many projects and places.</summary>
[Collection(Packed.Name)]
public sealed class LargeSolutionTests(PackageFixture fixture)
{
    private const string Ordinary = "8x120";

    /// <summary>Who writes <c>string?</c> where nothing is nullable finds it again in a method for many.</summary>
    private const string CopiedNullable = "CS8632";

    [Fact]
    public async Task One_run_fixes_everything_and_a_second_one_changes_nothing()
    {
        var size = (Environment.GetEnvironmentVariable("LARGE_SOLUTION") ?? Ordinary).Split('x').Select(static n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var solution = LargeSolution.Create(size[0], size[1]);
        Assert.True(solution.Sites >= size[1], $"{solution.Sites} places only.");
        Assert.Equal(solution.Sites - solution.Projects.Count(static p => p.HasShared), await FixableAsync(solution, static (_, name, text) => (name, text)));
        var consumer = fixture.CreateConsumer();
        solution.WriteTo(consumer);
        var filesBefore = ReadBytes(consumer);
        var warningsBefore = await consumer.BuildCleanlyAsync(LargeSolution.File);

        await consumer.FormatAsync(LargeSolution.File);
        var filesAfter = ReadBytes(consumer);
        var warningsAfter = await consumer.BuildCleanlyAsync(LargeSolution.File);
        await consumer.FormatAsync(LargeSolution.File);
        var filesAfterSecondRun = ReadBytes(consumer);

        Assert.Equal(0, await FixableAsync(solution, (project, name, text) => (name, filesAfter.TryGetValue($"{project}/{name}", out var file) ? System.Text.Encoding.UTF8.GetString(file).TrimStart('\uFEFF') : text)));
        Assert.Equal(filesBefore.Keys, filesAfter.Keys);
        Assert.All(filesAfter, file => Assert.Equal(LayoutOf(filesBefore[file.Key]), LayoutOf(file.Value)));
        Assert.DoesNotContain(Counts(warningsAfter), after => after.Value > Counts(warningsBefore).GetValueOrDefault(after.Key) && !(after.Key.Id == CopiedNullable && Counts(warningsBefore).ContainsKey(after.Key)));
        Assert.All(filesAfter, file => Assert.Equal(file.Value, filesAfterSecondRun[file.Key]));
    }

    /// <summary>How many findings with a fix the rules have in the projects' files.</summary>
    private static async Task<int> FixableAsync(LargeSolution solution, Func<string, string, string, (string Name, string Text)> read)
    {
        var found = new List<string>();
        foreach (var (name, project, _) in solution.Projects)
        {
            using var workspace = new AdhocWorkspace();
            var current = TestProject.Build(workspace, [project with { Sources = [.. project.Sources.Select(s => read(name, s.Path, s.Text))] }]).Projects.Single();
            found.AddRange((await FixEngine.OfPackage.AnalyzeAsync(current)).Where(static d => d.Id != "BM0010").Select(static d => d.ToString()));
        }

        return found.Count;
    }

    private static SortedDictionary<string, byte[]> ReadBytes(Consumer consumer) =>
        new(consumer.ReadSources().Keys.ToDictionary(static name => name, name => File.ReadAllBytes(consumer.PathOf(name))), StringComparer.Ordinal);

    /// <summary>The byte order mark and the line ends.</summary>
    private static (bool HasMark, bool HasCrLf, bool HasLf) LayoutOf(byte[] file)
    {
        var text = System.Text.Encoding.UTF8.GetString(file);
        return (text.StartsWith('\uFEFF'), text.Contains("\r\n", StringComparison.Ordinal), text.Replace("\r\n", string.Empty, StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal));
    }

    private static Dictionary<(string File, string Id), int> Counts(IEnumerable<Quickstart.Finding> findings) =>
        findings.GroupBy(static f => (f.File, f.Id)).ToDictionary(static g => g.Key, static g => g.Count());
}
