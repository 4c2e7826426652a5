using System.ClientModel;
using BatchMigrate;
using OpenAI.Chat;

namespace DocGen;

/// <summary>Has a model document symbols, one at a time.</summary>
public sealed class SymbolDocumenter(ChatClient chat)
{
    private const string Guide = "You write the reference documentation of a C# library. Say in two to five sentences what the symbol is for, what its parameters mean, what it returns and which exceptions leave it. Say only what the source shows.";

    /// <summary>Writes the documentation of a symbol; where the provider refuses, a placeholder.</summary>
    public async Task<string> DocumentAsync(Symbol symbol, IReadOnlyList<Symbol> related, CancellationToken cancellationToken = default) =>
        (await DocumentBatchAsync([(symbol, related)], cancellationToken))[0].Response;

    /// <summary>Does what <c>DocumentAsync</c> does, for many inputs in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> DocumentBatchAsync(
        IEnumerable<(Symbol symbol, IReadOnlyList<Symbol> related)> inputs, CancellationToken cancellationToken = default)
    {
        var pending = inputs.ToList();
        var batch = await chat.CompleteBatchAsync(pending, input =>
        {
            var (symbol, related) = input;
            var context = string.Join("\n", related.Select(other => $"- {other.Signature} ({other.Page})"));
            var prompt = $"Document {symbol.Name} in {symbol.Page}.\n\n{symbol.Source}\n\nRelated:\n{context}";
            return [new SystemChatMessage(Guide), new UserChatMessage(prompt)];
        }, cancellationToken: cancellationToken);
        return batch.Map(pending, (input, item) =>
        {
            var (symbol, _) = input;
            try
            {
                ChatCompletion completion = item.Response;
                return completion.Content[0].Text.Trim();
            }
            catch (ClientResultException e)
            {
                Console.Error.WriteLine($"No documentation for {symbol.Name}: status {e.Status}");
                return "*Not documented.*";
            }
        });
    }
}
