using System.ClientModel;
using OpenAI.Chat;

namespace DocGen;

/// <summary>Has a model document symbols, one at a time.</summary>
public sealed class SymbolDocumenter(ChatClient chat)
{
    private const string Guide = "You write the reference documentation of a C# library. Say in two to five sentences what the symbol is for, what its parameters mean, what it returns and which exceptions leave it. Say only what the source shows.";

    /// <summary>Writes the documentation of a symbol; where the provider refuses, a placeholder.</summary>
    public async Task<string> DocumentAsync(Symbol symbol, IReadOnlyList<Symbol> related, CancellationToken cancellationToken = default)
    {
        var context = string.Join("\n", related.Select(other => $"- {other.Signature} ({other.Page})"));
        var prompt = $"Document {symbol.Name} in {symbol.Page}.\n\n{symbol.Source}\n\nRelated:\n{context}";
        try
        {
            ChatCompletion completion = await chat.CompleteChatAsync(
                [new SystemChatMessage(Guide), new UserChatMessage(prompt)], cancellationToken: cancellationToken);
            return completion.Content[0].Text.Trim();
        }
        catch (ClientResultException e)
        {
            Console.Error.WriteLine($"No documentation for {symbol.Name}: status {e.Status}");
            return "*Not documented.*";
        }
    }
}
