// B01 A throw before the call that no handler holds for certain
// verdict: blocked
// blocker: 'throw' before the call
// message: The calls of 'GetResponseAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class Transcripts(IChatClient chat)
{
    public async Task FilteredAsync(IEnumerable<string> lines, ICollection<string> labels)
    {
        foreach (var line in lines)
        {
            var text = line;
            try
            {
                if (line.Length > 4000)
                {
                    /*why*/throw new InvalidDataException();
                }
            }
            catch (Exception e) when (e is FormatException)
            {
                text = "";
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync(text)).Text);
        }
    }

    public async Task OfOneKindAsync(IEnumerable<string> lines, ICollection<string> labels)
    {
        foreach (var line in lines)
        {
            var text = line;
            try
            {
                if (line.Length > 4000)
                {
                    /*why*/throw new InvalidDataException();
                }
            }
            catch (FormatException)
            {
                text = "";
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync(text)).Text);
        }
    }

    public async Task ThrownOnAsync(IEnumerable<string> lines, ICollection<string> labels)
    {
        foreach (var line in lines)
        {
            var length = 0;
            try
            {
                length = int.Parse(line);
            }
            catch (Exception e)
            {
                /*why*/throw new InvalidDataException(line, e);
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync("Squared: " + length)).Text);
        }
    }

    public async Task AtLastAsync(IEnumerable<string> lines, ICollection<string> labels)
    {
        foreach (var line in lines)
        {
            var length = 0;
            try
            {
                length = line.Length;
            }
            finally
            {
                if (length > 4000)
                {
                    /*why*/throw new InvalidDataException();
                }
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync("Squared: " + length)).Text);
        }
    }
}
