// F42 The answers say into which list, or group, an item goes
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'message', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Triage;

public sealed class Message(string text)
{
    public string Text { get; } = text;

    public string Note { get; set; } = "";
}

public sealed class Sorter(IChatClient chat)
{
    public async Task<List<Message>> UrgentAsync(IReadOnlyList<Message> messages)
    {
        var urgent = new List<Message>();
        foreach (var message in messages)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Urgent? " + message.Text);
            if (response.Text.Length % 2 == 0)
            {
                urgent.Add(message);
            }
        }

        return urgent;
    }

    public async Task<Dictionary<string, List<Message>>> GroupAsync(IReadOnlyList<Message> messages)
    {
        var groups = new Dictionary<string, List<Message>>();
        foreach (var message in messages)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Topic: " + message.Text);
            if (!groups.TryGetValue(response.Text, out var group))
            {
                groups[response.Text] = group = [];
            }

            group.Add(message);
            message.Note = $"{group.Count} of its kind";
        }

        return groups;
    }
}
//// run
Message[] messages = [new("fire"), new("flood"), new("a question"), new("a complaint"), new("thanks")];
var sorter = new Sorter(chat);
foreach (var urgent in await sorter.UrgentAsync(messages))
{
    Log(urgent.Text);
}

foreach (var (topic, group) in await sorter.GroupAsync(messages))
{
    Log($"{topic}: {string.Join(", ", group.Select(message => message.Text + " " + message.Note))}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Triage;

public sealed class Message(string text)
{
    public string Text { get; } = text;

    public string Note { get; set; } = "";
}

public sealed class Sorter(IChatClient chat)
{
    public async Task<List<Message>> UrgentAsync(IReadOnlyList<Message> messages)
    {
        var urgent = new List<Message>();
        var batch = await chat.CompleteBatchAsync(messages.Select(message => "Urgent? " + message.Text));
        foreach (var (message, item) in messages.Zip(batch))
        {
            var response = item.Response;
            if (response.Text.Length % 2 == 0)
            {
                urgent.Add(message);
            }
        }

        return urgent;
    }

    public async Task<Dictionary<string, List<Message>>> GroupAsync(IReadOnlyList<Message> messages)
    {
        var groups = new Dictionary<string, List<Message>>();
        var batch = await chat.CompleteBatchAsync(messages.Select(message => "Topic: " + message.Text));
        foreach (var (message, item) in messages.Zip(batch))
        {
            var response = item.Response;
            if (!groups.TryGetValue(response.Text, out var group))
            {
                groups[response.Text] = group = [];
            }

            group.Add(message);
            message.Note = $"{group.Count} of its kind";
        }

        return groups;
    }
}
