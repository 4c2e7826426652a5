// S96 Tests that count calls, ask twice, or warm up
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Caching;

public sealed class CountingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public int Calls { get; private set; }

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        return base.GetResponseAsync(messages, options, cancellationToken);
    }
}

public static class CacheTests
{
    public static async Task Second_call_is_answered_from_the_cache(IChatClient chat)
    {
        var first = await chat.GetResponseAsync("What is a cache?");
        var second = await chat.GetResponseAsync("What is a cache?");
        Check(first.Text == second.Text);
    }

    public static async Task Each_question_is_sent(IChatClient chat)
    {
        var counting = new CountingClient(chat);
        IChatClient client = counting;
        var first = await client.GetResponseAsync("What is a cache?");
        Check(counting.Calls == 1);
        var second = await client.GetResponseAsync("What is a queue?");
        Check(first.Text != second.Text);
    }

    public static async Task Model_is_loaded_first(IChatClient chat)
    {
        await chat.GetResponseAsync("Wake up.");
        var answer = await chat.GetResponseAsync("What is a stack?");
        Check(answer.Text.Length > 0);
    }

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("It does not hold.");
        }
    }
}
