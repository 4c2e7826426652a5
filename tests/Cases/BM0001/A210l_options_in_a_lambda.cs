// A210l Options of each item's own where the request is made in a lambda, and sources with a token
// verdict: blocked
// blocker: batch
// message: The calls of 'GetResponseAsync' could be one batch, but each request has options of its own
// message: The calls of 'GetResponseAsync' could be one batch, but the source and the call have different cancellation tokens
// message: The calls of 'GetResponseAsync' could be one batch, but 'title' is made before the call and needed after it, and answers that are read one by one carry only their item
// uses: Microsoft.Extensions.AI
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Choirs;

public sealed record Song(string Title, int Verses);

public sealed class Conductor(IChatClient chat, List<string> notes)
{
    public async Task StreamedAsync(IAsyncEnumerable<Song> songs)
    {
        await foreach (var song in songs)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Sing " + song.Title, /*why*/new ChatOptions { MaxOutputTokens = song.Verses });
            notes.Add(response.Text);
        }
    }

    public async Task OtherTokenAsync(IAsyncEnumerable<Song> songs, CancellationToken first, CancellationToken second)
    {
        await foreach (var song in songs.WithCancellation(/*why*/first))
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Sing " + song.Title, cancellationToken: /*why*/second);
            notes.Add(response.Text);
        }
    }

    public async Task GuardedAsync(IReadOnlyList<Song> songs)
    {
        foreach (var song in songs)
        {
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Sing " + int.Parse(song.Title), /*why*/new ChatOptions { MaxOutputTokens = song.Verses });
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add("No number");
            }
        }
    }

    public async Task AskedForAsync(IReadOnlyList<Song> songs)
    {
        if (chat.GetService(typeof(Conductor)) is not null)
        {
            return;
        }

        foreach (var song in songs)
        {
            var response = await chat.GetResponseAsync("Sing " + song.Title);
            notes.Add(response.Text);
        }
    }

    public async IAsyncEnumerable<string> YieldedAsync(IAsyncEnumerable<Song> songs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var song in songs.WithCancellation(cancellationToken))
        {
            var /*why*/title = song.Title.Trim();
            var response = await /*BM0010*/chat.GetResponseAsync("Sing " + title, cancellationToken: cancellationToken);
            yield return title + response.Text;
        }
    }
}
