using System.ClientModel;
using BatchMigrate;
using DocGen.Reading;
using OpenAI.Chat;

namespace DocGen.Generating;

/// <summary>Has a model document symbols, in each of the ways there are.</summary>
internal sealed class Generator(Provider provider, string model, SemanticContext context)
{
    private readonly ChatClient _client = provider.Client.GetChatClient(model);

    /// <summary>One request a symbol, sent together.</summary>
    public async Task<BatchResult<string>> OneByOneAsync(IReadOnlyList<CodeSymbol> symbols, BatchOptions options, CancellationToken cancellationToken) =>
        (await _client.CompleteBatchAsync(symbols, AskAbout, batchOptions: options, cancellationToken: cancellationToken)).Map(TextOf);

    /// <summary>Batch mode: several symbols in a request.</summary>
    public Task<BatchResult<string>> InPacksAsync(IReadOnlyList<CodeSymbol> symbols, BatchOptions options, CancellationToken cancellationToken) =>
        _client.PackBatchAsync(symbols, AskAbout, batchOptions: options, cancellationToken: cancellationToken);

    /// <summary>The provider's 24-hour service, one request a symbol.</summary>
    public async Task<BatchResult<string>> LaterAsync(IReadOnlyList<CodeSymbol> symbols, ProviderBatchOptions options, CancellationToken cancellationToken) =>
        (await provider.Client.CompleteProviderBatchAsync(model, symbols, AskAbout, batchOptions: options, cancellationToken: cancellationToken)).Map(TextOf);

    /// <summary>
    /// How it is mostly written first: one request after another, and what the provider rejects has failed. Only here for its figures; the number of symbols that were documented is given.
    /// </summary>
    public async Task<int> OneAfterAnotherAsync(IReadOnlyList<CodeSymbol> symbols, CancellationToken cancellationToken)
    {
        var documented = 0;
        foreach (var symbol in symbols)
        {
            try
            {
                await _client.CompleteChatAsync(AskAbout(symbol), cancellationToken: cancellationToken);
                documented++;
            }
            catch (ClientResultException)
            {
                // Counted as what it is: not documented.
            }
        }

        return documented;
    }

    public Task<BatchEstimate> EstimateAsync(IReadOnlyList<CodeSymbol> symbols, bool inPacks, BatchOptions options) => inPacks
        ? _client.EstimatePacksAsync(symbols, AskAbout, batchOptions: options)
        : _client.EstimateAsync(symbols, AskAbout, batchOptions: options);

    private static string TextOf(ClientResult<ChatCompletion> answer) => answer.Value.Content is [{ Text: { Length: > 0 } text }, ..]
        ? text
        : throw new InvalidOperationException($"The answer has no text; it ended with {answer.Value.FinishReason}.");

    private ChatMessage[] AskAbout(CodeSymbol symbol) => [new SystemChatMessage(Prompts.Guide), new UserChatMessage($"Document this symbol.\n\n{Describe(symbol)}")];

    private ChatMessage[] AskAbout(ItemPack<CodeSymbol> pack) => [new SystemChatMessage(Prompts.Guide), new UserChatMessage($"Document each of these symbols.\n\n{pack.Numbered(Describe)}")];

    private string Describe(CodeSymbol symbol) => Prompts.Describe(symbol, context.FileOf(symbol), context.Of(symbol));
}
