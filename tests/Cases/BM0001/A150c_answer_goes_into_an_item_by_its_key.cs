// A150c The answer goes into the item that a dictionary of the items holds
// verdict: silent
// why: the next item's prompt names its hint
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Clue(int number, string text)
{
    public int Number { get; } = number;

    public string Text { get; } = text;

    public string Hint { get; set; } = "";
}

public sealed class Riddle(ChatClient client)
{
    public async Task HintAsync(IReadOnlyList<Clue> clues)
    {
        var byNumber = clues.ToDictionary(c => c.Number);
        for (var i = 0; i < clues.Count - 1; i++)
        {
            ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage($"{clues[i].Text} ({clues[i].Hint})"));
            byNumber[clues[i].Number + 1].Hint = completion.Content[0].Text;
        }
    }
}
