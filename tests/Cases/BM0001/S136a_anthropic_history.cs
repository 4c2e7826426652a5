// S136a A list of messages that grows, a container that is used again, and raw responses
// verdict: silent
// uses: Anthropic
using System.Collections.Generic;
using System.Threading.Tasks;
using Anthropic;
using Anthropic.Models.Messages;
using Anthropic.Services;

namespace Dialogues;

public sealed class Partner(IAnthropicClient client)
{
    private readonly List<MessageParam> history = [];

    public async Task<List<string>> TalkAsync(string[] lines)
    {
        var replies = new List<string>();
        foreach (var line in lines)
        {
            history.Add(new UserMessageParam(line));
            var message = await client.Messages.Create(new MessageCreateParams { Model = "claude-small", MaxTokens = 300, Messages = history });
            var reply = message.Content[0].ToString() ?? "";
            history.Add(new AssistantMessageParam(reply));
            replies.Add(reply);
        }

        return replies;
    }

    public async Task<List<Message>> ComputeAsync(string container, string[] steps)
    {
        var results = new List<Message>();
        foreach (var step in steps)
        {
            results.Add(await client.Messages.Create(new MessageCreateParams { Model = "claude-small", MaxTokens = 300, Container = container, Messages = [new UserMessageParam(step)] }));
        }

        return results;
    }
}

public sealed class Parcel;

public interface IParcelService
{
    Task<Parcel> Create(string parameters);
}

public static class Parcels
{
    public static async Task<List<Parcel>> PackAsync(IParcelService service, string[] contents)
    {
        var parcels = new List<Parcel>();
        foreach (var content in contents)
        {
            parcels.Add(await service.Create(content));
        }

        return parcels;
    }
}
