using System.Runtime.CompilerServices;
using OpenAI.Embeddings;

namespace BatchMigrate.Engine;

/// <summary>Options of the OpenAI library for embeddings.</summary>
internal static class EmbeddingOptions
{
    /// <summary>
    /// A copy for one request: the client writes the request's inputs into the options that it is given, so requests that share them and run at the same time would get
    /// each other's inputs.
    /// </summary>
    internal static EmbeddingGenerationOptions? Copy(EmbeddingGenerationOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        var copy = new EmbeddingGenerationOptions { Dimensions = options.Dimensions, EndUserId = options.EndUserId };
        if (PatchOf(options) is not null)
        {
            CopyPatch(options, copy);
        }

        return copy;
    }

    /// <summary>All that can change an embedding.</summary>
    internal static string Describe(EmbeddingGenerationOptions? options) => options is null ? string.Empty : $"{options.Dimensions} {PatchOf(options)}";

    /// <summary>What was added to the request by hand; null where there is nothing, or the version of the library in use has no such thing.</summary>
    private static string? PatchOf(EmbeddingGenerationOptions options)
    {
        try
        {
            return ReadPatch(options);
        }
        catch (Exception e) when (e is MissingMethodException or TypeLoadException)
        {
            return null;
        }
    }

    // The library reserves the right to change these, so they stand in methods of their own that fail inside the try.
#pragma warning disable SCME0001
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? ReadPatch(EmbeddingGenerationOptions options) => options.Patch.ToString() is var patch and not "[]" ? patch : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyPatch(EmbeddingGenerationOptions from, EmbeddingGenerationOptions to) => to.Patch = from.Patch;
#pragma warning restore SCME0001
}
