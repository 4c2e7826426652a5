using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Verification;

/// <summary>What the code under test is compiled against.</summary>
public static class References
{
    private static readonly ImmutableDictionary<string, MetadataReference> ByName =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).DistinctBy(Path.GetFileNameWithoutExtension)
            .ToImmutableDictionary(static path => Path.GetFileNameWithoutExtension(path), static path => (MetadataReference)MetadataReference.CreateFromFile(path));

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The model libraries that every project under test has, and what they need.</summary>
    public static ImmutableArray<string> Libraries { get; } = ["OpenAI", "System.ClientModel", "System.Memory.Data", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];

    /// <summary>The framework alone.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. ByName.Values.Where(static r => Path.GetDirectoryName(r.Display) == FrameworkFolder)];

    /// <summary>The framework and the model libraries, without the runtime that the fixes call.</summary>
    public static ImmutableArray<MetadataReference> WithoutRuntime => LibrarySet.Newest.WithoutRuntime;

    /// <summary>What a project that installed the package has.</summary>
    public static ImmutableArray<MetadataReference> All => LibrarySet.Newest.All;

    /// <summary>An assembly that the tests run with.</summary>
    internal static MetadataReference Trusted(string assembly) => ByName[assembly];
}
