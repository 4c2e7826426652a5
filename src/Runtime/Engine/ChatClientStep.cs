using System.Text.Json;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>Sends an item to an <see cref="IChatClient"/>.</summary>
internal sealed class ChatClientStep<TItem>(IChatClient client, Func<TItem, ChatRequest?> select) : BatchStep<TItem, ChatRequest, ChatResponse>
{
    internal override bool IsModelCall => true;

    internal override bool Prepare(TItem item, out ChatRequest request)
    {
        var selected = select(item);
        // A copy: a lazy query must not run inside the concurrent call, and the caller may fill the same list again for the next item.
        request = selected is null ? null! : new ChatRequest([.. selected.Messages], selected.Options);
        return selected is not null;
    }

    internal override ValueTask<ChatResponse> SendAsync(ChatRequest request, CancellationToken cancellationToken) =>
        Started(client.GetResponseAsync(request.Messages, request.Options, cancellationToken));

    internal override RateLimit? CountedBy => client.GetService<RateLimitedChatClient>()?.Limit;

    internal override string? ModelOf(ChatRequest request, ChatResponse result) => result.ModelId ?? ChatRequestSize.ModelOf(client, request.Options);

    internal override TokenRequest? Describe(ChatRequest request) => ChatRequestSize.Of(client, request.Messages, request.Options);

    internal override IEnumerable<BinaryData> ContentOf(ChatRequest request) =>
        [BinaryData.FromString(ChatRequestSize.ModelOf(client, request.Options) ?? string.Empty), .. ChatContent.Of(request.Messages, request.Options)];

    internal override BinaryData Store(ChatResponse result) => ChatContent.Json(result);

    internal override ChatResponse Restore(ChatRequest request, BinaryData body) =>
        (ChatResponse)JsonSerializer.Deserialize(body.ToMemory().Span, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse)))!;

    internal override BatchUsage? UsageOf(ChatResponse result) => result?.Usage is { } usage ? CachedTokens.Count(usage) : null;
}

/// <summary>Reads a provider's counts, the cached tokens wherever the version of the abstractions in use keeps them.</summary>
internal static class CachedTokens
{
    // The name under which adapters report cached tokens to versions without the property.
    private const string CountName = "InputTokenDetails.CachedTokenCount";

    // The property is younger than the oldest version that this assembly works with.
    private static readonly Func<UsageDetails, long?>? CachedInput =
        typeof(UsageDetails).GetProperty("CachedInputTokenCount")?.GetMethod?.CreateDelegate<Func<UsageDetails, long?>>();

    internal static BatchUsage Count(UsageDetails usage)
    {
        var cached = CachedInput?.Invoke(usage);
        if (cached is null && usage.AdditionalCounts?.TryGetValue(CountName, out var count) == true)
        {
            cached = count;
        }

        var input = usage.InputTokenCount ?? 0;
        var output = usage.OutputTokenCount ?? 0;
        return new BatchUsage(input, output, usage.TotalTokenCount ?? (input + output), cached ?? 0);
    }
}
