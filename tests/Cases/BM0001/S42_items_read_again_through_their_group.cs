// S42 What an item has been told through the group that it was put into is asked for the next one
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Triage;

public sealed class Message(string text)
{
    public string Text { get; } = text;

    public string Note { get; set; } = "";
}

public sealed class Threads(IChatClient chat)
{
    public async Task<List<Message>> AnswerAsync(IReadOnlyList<Message> messages)
    {
        var answered = new List<Message>();
        foreach (var message in messages)
        {
            var response = await chat.GetResponseAsync($"{string.Join('\n', answered.Select(a => a.Note))}\n{message.Text}");
            message.Note = response.Text;
            answered.Add(message);
        }

        return answered;
    }

    public async Task<List<Message>> ContinueAsync(IReadOnlyList<Message> messages)
    {
        var answered = new List<Message>();
        foreach (var message in messages)
        {
            var before = answered.Count > 0 ? answered[^1].Note : "nothing";
            var response = await chat.GetResponseAsync($"After {before}: {message.Text}");
            answered.Add(message);
            answered[answered.Count - 1].Note = response.Text;
        }

        return answered;
    }
}
