// S70d The history hides in an object that the helper's class holds, in another file
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Court;

public sealed class Hearing(IChatClient chat)
{
    private readonly Protocol _protocol = new();

    public async Task<Protocol> HearAsync(IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            await PutAsync(question);
        }

        return _protocol;
    }

    private async Task PutAsync(string question)
    {
        var response = await chat.GetResponseAsync(_protocol.ToPrompt(question));
        _protocol.Enter(question, response.Text);
    }
}
//// file Protocol.cs
using System.Text;

namespace Court;

public sealed class Protocol
{
    private readonly StringBuilder _text = new();

    public void Enter(string question, string answer) => _text.AppendLine(question).AppendLine(answer);

    public string ToPrompt(string question) => _text + "\nNext question: " + question;

    public override string ToString() => _text.ToString();
}
