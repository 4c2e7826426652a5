// A230g What keeps answers from being read one by one, and requests from being made in their try
// verdict: blocked
// blocker: the
// message: The calls of 'CompleteChat' could be one batch, but a synchronous iterator hands out each item at once
// message: The calls of 'GetResponseAsync' could be one batch, but answers that are read one by one need a single 'foreach' with one variable
// message: The calls of 'GetResponseAsync' could be one batch, but the source is not an 'IAsyncEnumerable<T>' itself
// message: The calls of 'GetResponseAsync' could be one batch, but the source and the call have different cancellation tokens
// message: The calls of 'GetResponseAsync' could be one batch, but 'name' is made before the call and needed after it, and answers that are read one by one carry only their item
// message: The calls of 'GetResponseAsync' could be one batch, but the request is prepared by another awaited call
// message: The calls of 'GetResponseAsync' could be one batch, but 'break' cannot leave the lambda that prepares the request
// message: The calls of 'GetResponseAsync' could be one batch, but a span cannot be captured by the lambda that prepares the request
// message: The calls of 'GetResponseAsync' could be one batch, but a reference cannot be captured by the lambda that prepares the request
// message: The calls of 'GetResponseAsync' could be one batch, but the request is prepared inside a 'try' that would see what its preparation throws
// message: The calls of 'GetResponseAsync' could be one batch, but a struct's 'this' cannot be captured by the lambda that prepares the request
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Sagas;

public sealed class Scrolls
{
    public async IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        yield return "Njal";
    }
}

public sealed class Reader(IChatClient chat, ChatClient client, List<string> notes)
{
    public IEnumerable<string> EachAsync(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            ChatCompletion completion = /*BM0010*/client.CompleteChat("Retell " + text);
            /*why*/yield return completion.Content[0].Text;
        }
    }

    public async IAsyncEnumerable<string> CountedAsync(List<string> texts)
    {
        /*why*/for (var i = 0; i < texts.Count; i++)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Retell " + texts[i]);
            yield return response.Text;
        }
    }

    public async IAsyncEnumerable<string> PairedAsync(Dictionary<string, string> texts)
    {
        /*why*/foreach (var (name, text) in texts)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(name + " tells " + text);
            yield return response.Text;
        }
    }

    public async Task OfTypeAsync(Scrolls scrolls)
    {
        await foreach (var text in /*why*/scrolls)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Unroll " + text);
            notes.Add(response.Text);
        }
    }

    public async Task TokensAsync(IAsyncEnumerable<string> texts, CancellationToken reading, CancellationToken asking)
    {
        await foreach (var text in texts.WithCancellation(/*why*/reading).ConfigureAwait(false))
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Unroll " + text, cancellationToken: /*why*/asking);
            notes.Add(response.Text);
        }
    }

    public async Task NamedAsync(IAsyncEnumerable<string> texts)
    {
        await foreach (var text in texts)
        {
            var /*why*/name = text.Trim();
            var response = await /*BM0010*/chat.GetResponseAsync("Who is " + name);
            notes.Add(name + response.Text);
        }
    }

    public async Task LoadedAsync(IAsyncEnumerable<string> texts)
    {
        await foreach (var text in texts)
        {
            var page = /*why*/await PageAsync(text);
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + page);
            notes.Add(response.Text);
        }
    }

    public async Task EndedAsync(IAsyncEnumerable<string> texts)
    {
        await foreach (var text in texts)
        {
            if (text == "finis")
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Copy " + text);
            notes.Add(response.Text);
        }
    }

    public async Task HeadsAsync(IAsyncEnumerable<string> texts)
    {
        await foreach (var text in texts)
        {
            var head = text.AsSpan(0, 1);
            var response = await /*BM0010*/chat.GetResponseAsync("Paint the letter " + /*why*/head.ToString());
            notes.Add(response.Text);
        }
    }

    public async Task SlotsAsync(IAsyncEnumerable<string> texts, string[] slots)
    {
        await foreach (var text in texts)
        {
            ref var slot = ref slots[0];
            var response = await /*BM0010*/chat.GetResponseAsync(/*why*/slot + text);
            notes.Add(response.Text);
        }
    }

    public async Task GuardedAsync(IReadOnlyList<string> years)
    {
        foreach (var year in years)
        {
            try
            {
                if (/*why*/int.Parse(year) < 900)
                {
                    continue;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("What was in " + year);
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add(year);
            }
        }
    }

    public async Task AskedIfAsync(IReadOnlyList<string> years)
    {
        foreach (var year in years)
        {
            try
            {
                if (/*why*/int.Parse(year) > 900)
                {
                    var response = await /*BM0010*/chat.GetResponseAsync("Who lived in " + year);
                    notes.Add(response.Text);
                }
            }
            catch (FormatException)
            {
                notes.Add(year);
            }
        }
    }

    public async Task StoppedAsync(IReadOnlyList<string> years)
    {
        foreach (var year in years)
        {
            try
            {
                if (/*why*/int.Parse(year) == 0)
                {
                    break;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Who died in " + year);
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add(year);
            }
        }
    }

    public async Task CarriedAsync(IReadOnlyList<string> years)
    {
        foreach (var year in years)
        {
            try
            {
                var number = /*why*/int.Parse(year);
                var response = await /*BM0010*/chat.GetResponseAsync("Who sailed in " + number);
                notes.Add(response.Text + number);
            }
            catch (FormatException)
            {
                notes.Add(year);
            }
        }
    }

    public async Task SpanAsync(IReadOnlyList<string> years)
    {
        foreach (var year in years)
        {
            try
            {
                var head = /*why*/year.AsSpan(0, 4);
                var response = await /*BM0010*/chat.GetResponseAsync("Who ruled in " + int.Parse(head));
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add(year);
            }
        }
    }

    private async Task<string> PageAsync(string text)
    {
        await Task.Yield();
        return text;
    }
}

public readonly struct Bard(IChatClient chat, string tune, List<string> notes)
{
    private readonly string _tune = tune;
    private readonly List<string> _notes = notes;
    private readonly IChatClient _chat = chat;

    public async Task SingAsync(IAsyncEnumerable<string> texts)
    {
        await foreach (var text in texts)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync(/*why*/_tune + text);
            _notes.Add(response.Text);
        }
    }
}
