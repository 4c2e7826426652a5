using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Anthropic.Core;
using Anthropic.Models.Messages;
using Anthropic.Services;
using Anthropic.Services.Messages;

namespace Scripted;

public sealed class ScriptedMessages(Func<string, CancellationToken, Task<string>> ask) : IMessageService
{
    public IMessageServiceWithRawResponse WithRawResponse => throw new NotSupportedException();

    public IBatchService Batches => throw new NotSupportedException();

    public async Task<Message> Create(MessageCreateParams parameters, CancellationToken cancellationToken = default)
    {
        var text = JsonSerializer.Serialize(await ask(JsonSerializer.Serialize(parameters.RawBodyData), cancellationToken));
        return Message.FromRawUnchecked(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>($$"""{"id":"m","type":"message","role":"assistant","model":"claude","content":[{"type":"text","text":{{text}}}]}""")!);
    }

    public IMessageService WithOptions(Func<ClientOptions, ClientOptions> modifier) => this;

    public Task<MessageTokensCount> CountTokens(MessageCountTokensParams parameters, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<RawMessageStreamEvent> CreateStreaming(MessageCreateParams parameters, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

public sealed class ScriptedBetaMessages(Func<string, CancellationToken, Task<string>> ask) : Anthropic.Services.Beta.IMessageService
{
    public Anthropic.Services.Beta.IMessageServiceWithRawResponse WithRawResponse => throw new NotSupportedException();

    public Anthropic.Services.Beta.Messages.IBatchService Batches => throw new NotSupportedException();

    public async Task<Anthropic.Models.Beta.Messages.BetaMessage> Create(Anthropic.Models.Beta.Messages.MessageCreateParams parameters, CancellationToken cancellationToken = default)
    {
        var text = JsonSerializer.Serialize(await ask(JsonSerializer.Serialize(parameters.RawBodyData), cancellationToken));
        return Anthropic.Models.Beta.Messages.BetaMessage.FromRawUnchecked(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>($$"""{"id":"m","type":"message","role":"assistant","model":"claude","content":[{"type":"text","text":{{text}}}]}""")!);
    }

    public Anthropic.Services.Beta.IMessageService WithOptions(Func<ClientOptions, ClientOptions> modifier) => this;

    public Task<Anthropic.Models.Beta.Messages.BetaMessageTokensCount> CountTokens(Anthropic.Models.Beta.Messages.MessageCountTokensParams parameters, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<Anthropic.Models.Beta.Messages.BetaRawMessageStreamEvent> CreateStreaming(Anthropic.Models.Beta.Messages.MessageCreateParams parameters, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
