namespace Quickstart;

/// <summary>A loop of the sample that the fix rewrites.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Step">What <c>--only</c> calls it.</param>
/// <param name="File">The file it stands in, relative to the sample.</param>
internal sealed record Place(string Project, string Step, string File)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        .. from project in DocumentsSample.Projects
           from place in new[] { (Step: "examples", File: "CodeExampleSummariser.cs"), (Step: "sources", File: "SourceSummariser.cs") }
           select new Place(project, place.Step, $"{project}/{place.File}"),
    ];

    public override string ToString() => $"{Project} {Step}";
}
