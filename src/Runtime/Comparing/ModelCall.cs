using System.Text;
using BatchMigrate.Engine;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace BatchMigrate.Comparing;

/// <summary>An answer and how long it took.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Latency">From the start of the request to the end of the answer.</param>
/// <param name="TimeToFirstToken">From the start of the request to the first piece of the answer; null where it came as a whole.</param>
/// <param name="Usage">What the provider counted; null where it did not, or not all of it.</param>
/// <param name="Model">The model that has answered; null where it is not told.</param>
internal sealed record ModelAnswer(string Text, TimeSpan Latency, TimeSpan? TimeToFirstToken, BatchUsage? Usage, string? Model);

/// <summary>A prompt that is ready to be sent to a model.</summary>
internal abstract class ModelCall
{
    internal abstract TokenRequest Size { get; }

    /// <summary>Asks and takes the time.</summary>
    internal Task<ModelAnswer> AskAsync(bool stream, TimeProvider clock, CancellationToken cancellationToken)
    {
        var watch = new Watch(clock);
        return stream ? StreamAsync(watch, cancellationToken) : CompleteAsync(watch, cancellationToken);
    }

    private protected abstract Task<ModelAnswer> CompleteAsync(Watch watch, CancellationToken cancellationToken);

    private protected abstract Task<ModelAnswer> StreamAsync(Watch watch, CancellationToken cancellationToken);

    // Some servers send zeros in the place of counts that they do not have.
    private protected static BatchUsage? Counted(BatchUsage? usage, string text) => usage is { OutputTokens: 0 } && text.Length > 0 ? null : usage;

    private protected sealed class Watch(TimeProvider clock)
    {
        private readonly long _began = clock.GetTimestamp();

        internal TimeSpan Elapsed => clock.GetElapsedTime(_began);

        internal TimeSpan? FirstPiece { get; private set; }

        internal void Received(bool isPiece)
        {
            if (isPiece)
            {
                FirstPiece ??= Elapsed;
            }
        }
    }
}

/// <summary>Asks a client of the OpenAI library.</summary>
internal sealed class OpenAIModelCall(ChatClient client, OpenAIMessage[] messages, ChatCompletionOptions? options) : ModelCall
{
    internal override TokenRequest Size => new(
        OpenAIModel.Of(client), [.. messages.SelectMany(static message => message.Content).Select(static part => part.Text ?? string.Empty)], options?.MaxOutputTokenCount);

    private protected override async Task<ModelAnswer> CompleteAsync(Watch watch, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return Answer(string.Concat(completion.Content.Select(static part => part.Text)), watch, completion.Usage, completion.Model);
    }

    private protected override async Task<ModelAnswer> StreamAsync(Watch watch, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        string? model = null;
        ChatTokenUsage? usage = null;
        await foreach (var update in client.CompleteChatStreamingAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            var length = text.Length;
            foreach (var part in update.ContentUpdate)
            {
                text.Append(part.Text);
            }

            watch.Received(text.Length > length || !string.IsNullOrEmpty(update.RefusalUpdate) || update.ToolCallUpdates.Count > 0);
            model = string.IsNullOrEmpty(update.Model) ? model : update.Model;
            usage = update.Usage ?? usage;
        }

        return Answer(text.ToString(), watch, usage, model);
    }

    private ModelAnswer Answer(string text, Watch watch, ChatTokenUsage? usage, string? model) => new(
        text,
        watch.Elapsed,
        watch.FirstPiece,
        Counted(usage is null ? null : new BatchUsage(usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.InputTokenDetails?.CachedTokenCount ?? 0), text),
        model ?? OpenAIModel.Of(client));
}

/// <summary>Asks a client of the common abstractions.</summary>
internal sealed class ChatClientModelCall(IChatClient client, ChatMessage[] messages, ChatOptions? options) : ModelCall
{
    internal override TokenRequest Size => ChatRequestSize.Of(client, messages, options);

    private protected override async Task<ModelAnswer> CompleteAsync(Watch watch, CancellationToken cancellationToken) =>
        Answer(await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false), watch);

    private protected override async Task<ModelAnswer> StreamAsync(Watch watch, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            watch.Received(update.Contents.Any(static content => content switch
            {
                UsageContent => false,
                TextContent text => text.Text.Length > 0,
                TextReasoningContent reasoning => reasoning.Text.Length > 0,
                _ => true,
            }));
            updates.Add(update);
        }

        return Answer(updates.ToChatResponse(), watch);
    }

    private ModelAnswer Answer(ChatResponse response, Watch watch)
    {
        var elapsed = watch.Elapsed;
        var usage = response.Usage is { InputTokenCount: not null, OutputTokenCount: not null } counted ? CachedTokens.Count(counted) : (BatchUsage?)null;
        return new(response.Text, elapsed, watch.FirstPiece, Counted(usage, response.Text), response.ModelId ?? ChatRequestSize.ModelOf(client, options));
    }
}
