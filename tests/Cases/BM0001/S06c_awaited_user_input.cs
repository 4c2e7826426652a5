// S06 The input of each turn is awaited from the person at the other end
// verdict: silent
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace KioskServer;

public interface IVisitorConnection
{
    Task<string?> ReceiveAsync(CancellationToken cancellationToken);

    Task SendAsync(string text, CancellationToken cancellationToken);
}

public sealed class Kiosk(ChatClient client, int maxTurns)
{
    public async Task ServeAsync(IVisitorConnection visitor, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < maxTurns; turn++)
        {
            var text = await visitor.ReceiveAsync(cancellationToken);
            if (text is null)
            {
                break;
            }

            ChatCompletion completion = await client.CompleteChatAsync(
                [new SystemChatMessage("You are the museum's guide."), new UserChatMessage(text)], cancellationToken: cancellationToken);
            await visitor.SendAsync(completion.Content[0].Text, cancellationToken);
        }
    }
}
