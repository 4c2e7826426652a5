// A220m Branches that ask as well, labels, and items that are replaced while they are walked
// verdict: blocked
// blocker: could be one batch
// message: The calls of 'GetResponseAsync' could be one batch, but 'songs' is changed on line 17 after the call and needed on line 13 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but a local function or a label stands before the call
// message: The calls of 'GetResponseAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Choirs;

public sealed class Conductor(IChatClient chat, List<string> log)
{
    public async Task LastSongChangesAsync(string[] songs)
    {
        foreach (var song in /*why*/songs)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Sing " + song);
            log.Add(response.Text);
            /*why*/songs[^1] = "Amen";
        }
    }

    public async Task LabelInsideAsync(IReadOnlyList<string> songs)
    {
        foreach (var song in songs)
        {
            var verses = 0;
        /*why*/Count:
            verses++;
            if (verses < song.Length)
            {
                goto Count;
            }

            var response = await /*BM0010*/chat.GetResponseAsync($"Sing {song} with {verses} verses");
            log.Add(response.Text);
        }
    }

    public async Task AskedInsideAsync(IReadOnlyList<string> songs, IReadOnlyList<string> voices)
    {
        foreach (var song in songs)
        {
            Console.WriteLine(Console.ReadLine());
            for (var i = 0; i < voices.Count && Console.ReadLine() != "stop"; i++)
            {
                var response = await chat.GetResponseAsync($"{voices[i]} sings {song}");
                log.Add(response.Text);
            }
        }
    }

    public async Task EitherWayAsync(IReadOnlyList<string> songs)
    {
        foreach (var song in songs)
        {
            if (song.Length > 5)
            {
                if (song.StartsWith('x'))
                {
                    /*why*/throw new ArgumentException("No such song");
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Sing " + song);
                log.Add(response.Text);
            }
            else
            {
                var response = await chat.GetResponseAsync("Hum " + song);
                log.Add(response.Text);
            }
        }
    }
}
