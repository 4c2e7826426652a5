// A03 A property whose setter collects what another property's getter joins
// verdict: silent
// why: setting Latest extends what Context returns for the next prompt
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Casebook(ChatClient client)
{
    private readonly List<string> _findings = [];

    private string Context => string.Join('\n', _findings);

    private string Latest
    {
        set => _findings.Add(value);
    }

    public async Task ExamineAsync(IReadOnlyList<string> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage(Context), new UserChatMessage($"What does this show? {exhibit}"));
            Latest = completion.Content[0].Text;
        }
    }
}
