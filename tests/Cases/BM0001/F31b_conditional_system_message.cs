// F31b A system message is added on a condition
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'letter', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Clinic;

public sealed class Letter
{
    public string Patient { get; set; } = "";

    public bool IsChild { get; set; }

    public string Findings { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class LetterWriter(IChatClient chat)
{
    public async Task WriteAsync(List<Letter> letters, string? house, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            var messages = new List<ChatMessage>();
            if (house is not null)
            {
                messages.Add(new ChatMessage(ChatRole.System, $"You write for {house}."));
            }

            if (letter.IsChild)
            {
                messages.Add(new ChatMessage(ChatRole.System, "Write for a child's parents."));
            }

            messages.Add(new ChatMessage(ChatRole.User, letter.Findings));
            var response = await /*BM0001*/chat.GetResponseAsync(messages, cancellationToken: cancellationToken);
            letter.Text = $"Dear {letter.Patient},\n{response.Text}";
        }
    }
}
//// run
List<Letter> letters =
[
    new() { Patient = "Mrs Hill", Findings = "blood pressure is fine" },
    new() { Patient = "Tim", IsChild = true, Findings = "a sprained ankle" },
    new() { Patient = "Mr Lake", Findings = "come again in May" },
];
try
{
    await new LetterWriter(chat).WriteAsync(letters, "the clinic", cancellationToken);
}
finally
{
    Log(string.Join("|", letters.Select(letter => letter.Text)));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Clinic;

public sealed class Letter
{
    public string Patient { get; set; } = "";

    public bool IsChild { get; set; }

    public string Findings { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class LetterWriter(IChatClient chat)
{
    public async Task WriteAsync(List<Letter> letters, string? house, CancellationToken cancellationToken)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var letter in letters)
        {
            var messages = new List<ChatMessage>();
            if (house is not null)
            {
                messages.Add(new ChatMessage(ChatRole.System, $"You write for {house}."));
            }

            if (letter.IsChild)
            {
                messages.Add(new ChatMessage(ChatRole.System, "Write for a child's parents."));
            }

            messages.Add(new ChatMessage(ChatRole.User, letter.Findings));
            messagesList.Add(messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (letter, item) in letters.Zip(batch))
        {
            var response = item.Response;
            letter.Text = $"Dear {letter.Patient},\n{response.Text}";
        }
    }
}
