using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>
/// Takes several programs through everything together, as files of one project, because most of the time of one would be spent on what they share: analysed, fixed until nothing is
/// left to fix, compiled before and after, and run.
/// </summary>
/// <param name="programs">The programs.</param>
/// <param name="doctor">Spoils what the fix has written, for tests of this very check.</param>
internal sealed class ProgramSet(ImmutableArray<RandomProgram> programs, Func<string, string>? doctor = null)
{
    private const string ProjectName = "Random";

    /// <summary>What becomes of each program.</summary>
    public async Task<ImmutableArray<Outcome>> CheckAsync()
    {
        using var workspace = new AdhocWorkspace();
        var project = Build(workspace, programs);
        var before = await CompiledPrograms.OfAsync(project);
        if (before.Image is null)
        {
            return await WithoutAsync(before.Broken, static (program, messages) => new Flaw("the generated program does not compile", messages), before);
        }

        ILookup<string, Diagnostic> found;
        Dictionary<string, string> texts;
        try
        {
            found = ByFile(await FixEngine.OfPackage.AnalyzeAsync(project));
            texts = programs.All(static p => p.Claim == Claim.Dependent) ? [] : await FixAsync(found);
        }
        catch (InvalidOperationException e) when (programs.Length == 1)
        {
            return [new Outcome(programs[0], Verdict.Silent, [], null, new Flaw("the package crashes or comes to no end", e.Message))];
        }
        catch (InvalidOperationException)
        {
            var alone = await Task.WhenAll(programs.Select(p => new ProgramSet([p], doctor).CheckAsync()));
            return [.. alone.SelectMany(static o => o)];
        }

        var outcomes = new Dictionary<string, Outcome>();
        var changed = new List<(RandomProgram Program, string Text)>();
        foreach (var program in programs)
        {
            var text = texts.GetValueOrDefault(program.Name, program.SourceText);
            if (text == program.SourceText)
            {
                outcomes[program.Name] = Claims.Judge(program, Messages(found, program));
            }
            else
            {
                changed.Add((program, doctor is null ? text : doctor(text)));
            }
        }

        foreach (var outcome in await CompareAsync(changed, before, found))
        {
            outcomes[outcome.Program.Name] = outcome;
        }

        return [.. programs.Select(p => outcomes[p.Name])];
    }

    /// <summary>
    /// The texts of the programs that something with a fix was found in, with nothing left to fix. Those of one rule are fixed together: each further round of fixes analyses only what is concerned.
    /// </summary>
    private async Task<Dictionary<string, string>> FixAsync(ILookup<string, Diagnostic> found)
    {
        var texts = new Dictionary<string, string>();
        foreach (var alike in programs.GroupBy(p => found[FileOf(p)].Select(static d => d.Id).FirstOrDefault(static id => id != "BM0010")).Where(static g => g.Key is not null))
        {
            using var workspace = new AdhocWorkspace();
            var project = Build(workspace, [.. alike]);
            var after = await FixEngine.OfPackage.FixAllAsync(project.Solution, FixAllScope.Solution, null);
            foreach (var program in alike)
            {
                texts[program.Name] = (await after.GetDocument(project.Documents.Single(d => d.Name == FileOf(program)).Id)!.GetTextAsync()).ToString();
            }
        }

        return texts;
    }

    private static ILookup<string, Diagnostic> ByFile(IEnumerable<Diagnostic> found) => found.ToLookup(static d => Path.GetFileName(d.Location.SourceTree!.FilePath));

    private static ImmutableArray<string> Messages(ILookup<string, Diagnostic> found, RandomProgram program) => [.. found[FileOf(program)].Select(static d => d.Id + " " + d.GetMessage(CultureInfo.InvariantCulture))];

    /// <summary>Compiles what has been fixed, and runs it beside what it was.</summary>
    private static async Task<List<Outcome>> CompareAsync(List<(RandomProgram Program, string Text)> changed, CompiledPrograms before, ILookup<string, Diagnostic> found)
    {
        var outcomes = new List<Outcome>();
        if (changed.Count == 0)
        {
            return outcomes;
        }

        Outcome Of((RandomProgram Program, string Text) fix, Flaw? flaw) =>
            new(fix.Program, Verdict.Fixed, Messages(found, fix.Program), fix.Text, flaw);

        using var workspace = new AdhocWorkspace();
        var project = Build(workspace, [.. changed.Select(static c => c.Program)], changed.ToDictionary(static c => c.Program.Name, static c => c.Text));
        var after = await CompiledPrograms.OfAsync(project);
        if (after.Image is null)
        {
            var broken = after.Broken;
            foreach (var fix in changed.Where(c => broken.Contains(FileOf(c.Program)) || broken.Contains(DriverOf(c.Program))))
            {
                var errors = after.Messages[FileOf(fix.Program)].Concat(after.Messages[DriverOf(fix.Program)]).Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
                outcomes.Add(Of(fix, new Flaw($"the fixed program does not compile: {errors[0].Id}", string.Join('\n', errors))));
            }

            Assert.NotEmpty(outcomes);
            var done = outcomes.Select(static o => o.Program.Name).ToHashSet();
            outcomes.AddRange(await CompareAsync([.. changed.Where(c => !done.Contains(c.Program.Name))], before, found));
            return outcomes;
        }

        var left = ByFile(await FixEngine.OfPackage.AnalyzeAsync(project));
        var (was, now) = (before.Load(), after.Load());
        foreach (var fix in changed)
        {
            outcomes.Add(Of(fix, Claims.Offered(fix.Program) ?? News(before.Messages[FileOf(fix.Program)], after.Messages[FileOf(fix.Program)]) ?? Left(left[FileOf(fix.Program)]) ?? await RunAsync(fix.Program, fix.Text, was, now)));
        }

        return outcomes;
    }

    private static async Task<Flaw?> RunAsync(RandomProgram program, string text, Assembly was, Assembly now)
    {
        var differences = await new Scenarios(program, text, was, now).DifferencesAsync();
        return differences.Count == 0 ? null : new Flaw("the fixed program does something else: " + differences[0].Kind, string.Join("\n\n", differences.Take(3).Select(static d => d.Detail)));
    }

    private static Flaw? News(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var allowed = before.CountBy(static d => d.Id).ToDictionary();
        var added = after.Where(d => !allowed.TryGetValue(d.Id, out var count) || (allowed[d.Id] = count - 1) < 0).ToList();
        return added.Count == 0 ? null : new Flaw($"the fixed program has a new compiler message: {added[0].Id}", string.Join('\n', added));
    }

    private static Flaw? Left(IEnumerable<Diagnostic> left) =>
        left.FirstOrDefault(static d => d.Id != "BM0010") is { } finding ? new Flaw("the fixed program is reported again: " + finding.Id, finding.ToString()) : null;

    private async Task<ImmutableArray<Outcome>> WithoutAsync(ImmutableHashSet<string> files, Func<RandomProgram, string, Flaw> flaw, CompiledPrograms compiled)
    {
        var broken = programs.Where(p => files.Contains(FileOf(p)) || files.Contains(DriverOf(p))).ToList();
        Assert.NotEmpty(broken);
        var others = await new ProgramSet(programs.RemoveRange(broken), doctor).CheckAsync();
        return
        [
            .. others,
            .. broken.Select(p => new Outcome(p, Verdict.Silent, [], null, flaw(p, string.Join('\n', compiled.Messages[FileOf(p)].Concat(compiled.Messages[DriverOf(p)]).Where(static d => d.Severity == DiagnosticSeverity.Error))))),
        ];
    }

    private static Project Build(Workspace workspace, ImmutableArray<RandomProgram> programs, Dictionary<string, string>? texts = null)
    {
        var sources = programs.SelectMany(p => new[] { (FileOf(p), texts?[p.Name] ?? p.SourceText), (DriverOf(p), p.DriverText) });
        return TestProject.Build(workspace, [new TestProject(ProjectName, [.. sources])]).Projects.Single();
    }

    private static string FileOf(RandomProgram program) => program.Name + ".cs";

    private static string DriverOf(RandomProgram program) => program.Name + ".Driver.cs";
}
