using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>The rules of one package, as a compiler would load them.</summary>
/// <param name="Name">The package and its version.</param>
/// <param name="Analyzers">Its analyzers.</param>
internal sealed record PackageAnalyzers(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>How many rules the analyzers have.</summary>
    public int Rules { get; } = Analyzers.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).Distinct().Count();

    /// <summary>An analyzer that does nothing: what the compiler's driver costs.</summary>
    public static PackageAnalyzers Empty { get; } = new("(empty)", [new EmptyAnalyzer()]);

    /// <summary>Our own package.</summary>
    public static PackageAnalyzers Ours { get; } = new("BatchMigrate", Tools.Analyzers);

    /// <summary>The packages that are compared with: the project file downloads them and writes down where they are.</summary>
    public static ImmutableArray<PackageAnalyzers> Others { get; } =
        [.. typeof(PackageAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(static a => a.Key == "AnalyzerPackage").Select(static a => Load(a.Value!))];

    private static PackageAnalyzers Load(string folder)
    {
        // Of several builds the newest that this compiler can load; without fixes, which no build runs.
        var analyzers = Path.Combine(folder, "analyzers", "dotnet");
        var newest = (Directory.Exists(analyzers) ? Directory.EnumerateDirectories(analyzers, "roslyn*") : []).Select(static d => (Path: d, Version: Version.Parse(Path.GetFileName(d)["roslyn".Length..])))
            .Where(static d => d.Version <= typeof(Compilation).Assembly.GetName().Version).OrderByDescending(static d => d.Version).Select(static d => d.Path).FirstOrDefault() ?? analyzers;
        var cs = Directory.Exists(Path.Combine(newest, "cs")) ? Path.Combine(newest, "cs") : Directory.Exists(Path.Combine(folder, "analyzers", "cs")) ? Path.Combine(folder, "analyzers", "cs") : newest;
        var context = new Folder(cs);
        var found = Directory.EnumerateFiles(cs, "*.dll").Where(static f => !f.EndsWith(".resources.dll", StringComparison.Ordinal)).SelectMany(f => TypesOf(context.LoadFromAssemblyPath(f)))
            .Where(static t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && t.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!).ToImmutableArray();
        return new($"{Path.GetFileName(Path.GetDirectoryName(folder))} {Path.GetFileName(folder)}", found);
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    /// <summary>Loads a package beside the others: what it does not bring is this program's.</summary>
    private sealed class Folder(string path) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(path, assemblyName.Name + ".dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
