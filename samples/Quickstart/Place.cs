namespace Quickstart;

/// <summary>A place of the sample that the fix rewrites.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Step">What <c>--only</c> calls it.</param>
/// <param name="File">The file it stands in, relative to the sample.</param>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="Before">How it sends its requests before the fix.</param>
internal sealed record Place(string Project, string Step, string File, string Rule, Sending Before)
{
    /// <summary>The rules that the sample has places for.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["BM0001", "BM0002", "BM0003"];

    public static IReadOnlyList<Place> All { get; } =
    [
        .. from project in DocumentsSample.Projects
           from place in new[]
           {
               (Step: "chunks", File: "ChunkSituator.cs", Rule: "BM0002", Before: project == "OpenAI" ? Sending.Throttled : Sending.InGroups),
               (Step: "summaries", File: "CodeExampleSummariser.cs", Rule: "BM0003", Before: Sending.OneByOne),
               (Step: "examples", File: "CodeExampleSummariser.cs", Rule: "BM0001", Before: Sending.OneByOne),
               (Step: "sources", File: "SourceSummariser.cs", Rule: "BM0001", Before: Sending.OneByOne),
           }
           select new Place(project, place.Step, $"{project}/{place.File}", place.Rule, place.Before),
    ];

    /// <summary>Whether the fix has to make it faster: a throttle keeps as many requests on their way as the batch that takes its place.</summary>
    public bool GainsTime => Before != Sending.Throttled;

    public bool IsWarnedOfBy(Finding finding) => finding.Id == Rule && finding.File == File;

    public override string ToString() => $"{Project} {Step}";
}
