using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Verification;

/// <summary>What the code under test is compiled against.</summary>
public static class References
{
    private static readonly string[] Libraries = ["OpenAI", "System.ClientModel", "System.Memory.Data", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];

    private static readonly ImmutableArray<(string Name, MetadataReference Reference)> Trusted =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => (Path.GetFileNameWithoutExtension(path), (MetadataReference)MetadataReference.CreateFromFile(path))),
    ];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The framework alone.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. Trusted.Where(static t => Path.GetDirectoryName(t.Reference.Display) == FrameworkFolder).Select(static t => t.Reference)];

    /// <summary>The framework and the model libraries, without the runtime that the fixes call.</summary>
    public static ImmutableArray<MetadataReference> WithoutRuntime { get; } = [.. Framework, .. Trusted.Where(static t => Libraries.Contains(t.Name)).Select(static t => t.Reference)];

    /// <summary>What a project that installed the package has.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. WithoutRuntime, MetadataReference.CreateFromFile(typeof(BatchOptions).Assembly.Location)];
}
