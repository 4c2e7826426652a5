using System.Runtime.CompilerServices;
using OpenAI.Chat;

namespace BatchMigrate.Engine;

/// <summary>Asks a client for its model.</summary>
internal static class OpenAIModel
{
    /// <summary>The model's name; null where the version of the library in use does not tell it.</summary>
    internal static string? Of(ChatClient client)
    {
        try
        {
            return Ask(client);
        }
        catch (Exception e) when (e is MissingMethodException or NotSupportedException)
        {
            return null;
        }
    }

    // A method of its own, so that a version without the property fails inside the try.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Ask(ChatClient client)
    {
        // The property is there in all versions so far, but the library reserves the right to change it; Of() is ready for that.
#pragma warning disable OPENAI001
        return client.Model;
#pragma warning restore OPENAI001
    }
}
