// S93 Other clients, other tokens, one conversation on the provider's side
// verdict: silent
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Panels;

public sealed class Panel(IChatClient left, IChatClient right)
{
    private IChatClient? other;

    public async Task<string> BothAsync(string question)
    {
        var one = await left.GetResponseAsync($"Left: {question}");
        var two = await right.GetResponseAsync($"Right: {question}");
        return one.Text + two.Text;
    }

    public async Task<string> SwitchAsync(string question)
    {
        other = left;
        var one = await other.GetResponseAsync($"First: {question}");
        other = right;
        var two = await other.GetResponseAsync($"Second: {question}");
        return one.Text + two.Text;
    }

    public async Task<string> DeadlineAsync(string question, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(TimeSpan.FromSeconds(5));
        var one = await left.GetResponseAsync($"Quickly: {question}", cancellationToken: source.Token);
        var two = await left.GetResponseAsync($"Slowly: {question}", cancellationToken: cancellationToken);
        return one.Text + two.Text;
    }

    public async Task<string> OneConversationAsync(string question)
    {
        var options = new ChatOptions { ConversationId = "panel" };
        var one = await left.GetResponseAsync(question, options);
        var two = await left.GetResponseAsync("And why?", options);
        return one.Text + two.Text;
    }
}
