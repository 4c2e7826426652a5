using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Programs that share one assembly, and what the compiler says of each file.</summary>
/// <param name="Image">The assembly; null where there are errors.</param>
/// <param name="Messages">Warnings and errors by file.</param>
internal sealed record CompiledPrograms(byte[]? Image, ILookup<string, Diagnostic> Messages)
{
    public static async Task<CompiledPrograms> OfAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var messages = result.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning).ToLookup(static d => Path.GetFileName(d.Location.SourceTree?.FilePath) ?? string.Empty);
        return new CompiledPrograms(result.Success ? image.ToArray() : null, messages);
    }

    /// <summary>The files of programs that do not compile.</summary>
    public ImmutableHashSet<string> Broken => [.. Messages.Where(static g => g.Any(static d => d.Severity == DiagnosticSeverity.Error)).Select(static g => g.Key)];

    /// <summary>Loads the assembly beside others of its name. It stays: 20,000 programs take less than 2 GB, and the runtime has crashed where thousands were taken out again while others ran.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream(Image!);
        return new AssemblyLoadContext("random programs").LoadFromStream(stream);
    }
}
