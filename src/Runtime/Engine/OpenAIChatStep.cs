using System.ClientModel;
using BatchMigrate.Checkpointing;
using BatchMigrate.Retrying;
using OpenAI.Chat;

namespace BatchMigrate.Engine;

/// <summary>Sends an item to a <see cref="ChatClient"/>, through its synchronous method where <paramref name="blocks"/> says so.</summary>
internal sealed class OpenAIChatStep<TItem>(ChatClient client, Func<TItem, ChatCompletionRequest?> select, bool blocks)
    : BatchStep<TItem, ChatCompletionRequest, ClientResult<ChatCompletion>>
{
    internal override bool Blocks => blocks;

    internal override bool IsModelCall => true;

    internal override bool Prepare(TItem item, out ChatCompletionRequest request)
    {
        var selected = select(item);
        // A copy: a lazy query must not run inside the concurrent call, and the caller may fill the same list again for the next item.
        request = selected is null ? null! : new ChatCompletionRequest([.. selected.Messages], selected.Options);
        return selected is not null;
    }

    internal override ValueTask<ClientResult<ChatCompletion>> SendAsync(ChatCompletionRequest request, CancellationToken cancellationToken) => blocks
        ? new(client.CompleteChat(request.Messages, request.Options, cancellationToken))
        : Started(client.CompleteChatAsync(request.Messages, request.Options, cancellationToken));

    internal override ProviderReply? ReplyTo(ClientResult<ChatCompletion> result, TimeProvider clock) => ProviderReply.Read(result?.GetRawResponse(), clock);

    internal override string? ModelOf(ChatCompletionRequest request, ClientResult<ChatCompletion> result) => result.Value.Model ?? OpenAIModel.Of(client);

    internal override TokenRequest? Describe(ChatCompletionRequest request) => new(
        OpenAIModel.Of(client),
        [.. request.Messages.SelectMany(message => message.Content).Select(part => part.Text ?? string.Empty)],
        request.Options?.MaxOutputTokenCount);

    internal override IEnumerable<BinaryData> ContentOf(ChatCompletionRequest request) =>
    [
        BinaryData.FromString(OpenAIModel.Of(client) ?? string.Empty),
        request.Options is null ? BinaryData.Empty : OpenAIJson.Write(request.Options),
        .. request.Messages.Select(message => OpenAIJson.Write(message)),
    ];

    internal override BinaryData Store(ClientResult<ChatCompletion> result)
    {
        // What the provider sent where it is there, with all that the library does not know yet.
        var sent = result.GetRawResponse().Content;
        return sent.ToMemory().IsEmpty ? OpenAIJson.Write(result.Value) : sent;
    }

    internal override ClientResult<ChatCompletion> Restore(ChatCompletionRequest request, BinaryData body) => OpenAIChatAnswer.Read(body);

    internal override BatchUsage? UsageOf(ClientResult<ChatCompletion> result) => OpenAIChatAnswer.UsageOf(result);
}
