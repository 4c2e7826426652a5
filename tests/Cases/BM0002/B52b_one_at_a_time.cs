// B52b A lock around the call lets one item ask after the other, each with what the one before has been told
// verdict: blocked
// blocker: a 'lock' spans the call
// message: The calls of 'CompleteChat' could be one batch, but a 'lock' spans the call
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Relay;

public sealed class Rumour(ChatClient client)
{
    private readonly object gate = new();
    private string version = "The well is dry.";

    public string Spread(IReadOnlyList<string> neighbours)
    {
        Parallel.ForEach(neighbours, neighbour =>
        {
            /*why*/lock (gate)
            {
                ChatCompletion completion = /*BM0010*/client.CompleteChat(new UserChatMessage($"{neighbour} heard '{version}' and tells:"));
                version = completion.Content[0].Text;
            }
        });
        return version;
    }
}
