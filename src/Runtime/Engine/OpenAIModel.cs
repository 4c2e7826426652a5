using System.Runtime.CompilerServices;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace BatchMigrate.Engine;

/// <summary>Asks a client for its model.</summary>
internal static class OpenAIModel
{
    /// <summary>The model's name; null where the version of the library in use does not tell it.</summary>
    internal static string? Of(ChatClient client) => Of(client, Ask);

    /// <inheritdoc cref="Of(ChatClient)"/>
    internal static string? Of(EmbeddingClient client) => Of(client, Ask);

    private static string? Of<TClient>(TClient client, Func<TClient, string?> ask)
    {
        try
        {
            return ask(client);
        }
        catch (Exception e) when (e is MissingMethodException or NotSupportedException)
        {
            return null;
        }
    }

    // Methods of their own, so that a version without the property fails inside the try. The property is there in all versions so far, but the library
    // reserves the right to change it.
#pragma warning disable OPENAI001
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Ask(ChatClient client) => client.Model;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Ask(EmbeddingClient client) => client.Model;
#pragma warning restore OPENAI001
}
