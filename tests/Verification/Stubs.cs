using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.Verification;

/// <summary>
/// Declarations of libraries that the package registry in use does not hold, with their true names and signatures: one assembly for each folder
/// of <c>tests/Stubs</c>, which is named as the package is.
/// </summary>
public static class Stubs
{
    private static readonly ConcurrentDictionary<(string Package, LibrarySet Libraries), Lazy<byte[]>> Images = new();

    /// <summary>The packages that there are declarations of.</summary>
    public static ImmutableArray<string> Packages { get; } = [.. Directory.EnumerateDirectories(Folder).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", "Stubs"));

    /// <summary>A reference to the declarations of a package.</summary>
    /// <param name="package">The name of the package.</param>
    /// <param name="libraries">What the declarations themselves are compiled against.</param>
    /// <returns>The reference.</returns>
    public static MetadataReference Reference(string package, LibrarySet libraries) => MetadataReference.CreateFromImage(Image(package, libraries));

    /// <summary>The compiled declarations of a package.</summary>
    /// <param name="package">The name of the package.</param>
    /// <param name="libraries">What the declarations themselves are compiled against.</param>
    /// <returns>The assembly.</returns>
    public static byte[] Image(string package, LibrarySet libraries) => Images.GetOrAdd((package, libraries), static key => new(() => Compile(key.Package, key.Libraries))).Value;

    /// <summary>The files with the declarations of a package: name and text.</summary>
    /// <param name="package">The name of the package.</param>
    /// <returns>The files.</returns>
    public static IEnumerable<(string Name, string Text)> SourcesOf(string package) =>
        Directory.EnumerateFiles(Path.Combine(Folder, package), "*.cs").Order(StringComparer.Ordinal).Select(static path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static byte[] Compile(string package, LibrarySet libraries)
    {
        var trees = SourcesOf(package).Select(static s => CSharpSyntaxTree.ParseText(s.Text, path: s.Name));
        var compilation = CSharpCompilation.Create(package, trees, libraries.WithoutRuntime, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? image.ToArray() : throw new InvalidOperationException($"The declarations of {package} do not compile:\n{string.Join('\n', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error))}");
    }
}
