// A31 An immutable state is replaced after the call
// verdict: blocked
// blocker: 'state' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'state' is changed on line 18 after the call and needed on line 16 before the next one
// why: the next prompt reads the turn and the day of the new state
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed record Calendar(int Day, string Weather);

public sealed class Diary(ChatClient client)
{
    public async Task<List<string>> WriteAsync(Calendar state, string[] events)
    {
        var entries = new List<string>();
        foreach (var happening in events)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Day {/*why*/state.Day}, {state.Weather}: {happening}");
            entries.Add(completion.Content[0].Text);
            /*why*/state = state with { Day = state.Day + 1 };
        }

        return entries;
    }
}
