// A43 The source yields the same object again and again
// verdict: silent
// why: the items are one object, so each prompt holds the text that the round before has written
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Draft
{
    public string Text { get; set; } = "";
}

public sealed class Polisher(ChatClient client)
{
    public async Task PolishAsync(Draft draft, int rounds)
    {
        foreach (var current in Enumerable.Repeat(draft, rounds))
        {
            ChatCompletion completion = await client.CompleteChatAsync($"Polish: {current.Text}");
            current.Text = completion.Content[0].Text;
        }
    }
}
