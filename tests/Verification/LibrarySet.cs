using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Verification;

/// <summary>The model libraries that code under test is compiled against, in one version each.</summary>
public sealed class LibrarySet
{
    private readonly Func<string, string?> find;

    private LibrarySet(string name, Func<string, string?> find)
    {
        Name = name;
        this.find = find;
        WithoutRuntime = [.. References.Framework, .. References.Libraries.Select(Reference)];
        All = [.. WithoutRuntime, MetadataReference.CreateFromFile(typeof(BatchOptions).Assembly.Location)];
    }

    /// <summary>The versions that the tests themselves run with.</summary>
    public static LibrarySet Newest { get; } = new("newest", static _ => null);

    /// <summary>The oldest versions that the package can be installed beside.</summary>
    public static LibrarySet Oldest { get; } = new("oldest", static name => OldestPaths.GetValueOrDefault(name));

    /// <summary>What the set is called.</summary>
    public string Name { get; }

    /// <summary>The framework and the model libraries, without the runtime that the fixes call.</summary>
    public ImmutableArray<MetadataReference> WithoutRuntime { get; }

    /// <summary>What a project that installed the package has.</summary>
    public ImmutableArray<MetadataReference> All { get; }

    // The project file downloads these packages and writes down where their assemblies are.
    private static ImmutableDictionary<string, string> OldestPaths => typeof(LibrarySet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(static a => a.Key == "OldestLibrary").ToImmutableDictionary(static a => Path.GetFileNameWithoutExtension(a.Value!), static a => a.Value!);

    /// <summary>The references of a project that also uses other packages: the real ones where they are at hand, declarations of them otherwise.</summary>
    /// <param name="packages">The names of the packages.</param>
    /// <returns>The references.</returns>
    public ImmutableArray<MetadataReference> With(ImmutableArray<string> packages) =>
        [.. All, .. packages.Except(References.Libraries).Select(p => Stubs.Packages.Contains(p) ? Stubs.Reference(p, this) : Reference(p))];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private MetadataReference Reference(string assembly) => find(assembly) is { } path ? MetadataReference.CreateFromFile(path) : References.Trusted(assembly);
}
