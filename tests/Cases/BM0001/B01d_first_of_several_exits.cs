// B01 Of several ways out the first is named
// verdict: blocked
// blocker: before the call leaves the loop
// message: The calls of 'GetResponseAsync' could be one batch, but 'return' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GetResponseAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GetResponseAsync' could be one batch, but 'goto' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'CompleteChat' could be one batch, but 'yield break' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Imports;

public sealed class Intake(IChatClient chat, ChatClient client)
{
    public async Task<bool> UntilEmptyAsync(IReadOnlyList<string> lines, List<string> labels)
    {
        foreach (var line in lines)
        {
            if (line.Length < 2)
            {
                if (line.Length == 0)
                {
                    /*why*/return false;
                }

                return line == "?";
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync(line)).Text);
        }

        return true;
    }

    public async Task CheckedAsync(IReadOnlyList<string> lines, List<string> labels)
    {
        foreach (var line in lines)
        {
            if (line.Length > 4000)
            {
                if (line[0] == '{')
                {
                    /*why*/throw new NotSupportedException();
                }

                throw new InvalidDataException();
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync(line)).Text);
        }
    }

    public async Task MarkedAsync(IReadOnlyList<string> lines, List<string> labels)
    {
        foreach (var line in lines)
        {
            if (line[0] == '#')
            {
                if (line == "#STOP")
                {
                    /*why*/goto stopped;
                }

                goto done;
            }

            labels.Add((await /*BM0010*/chat.GetResponseAsync(line)).Text);
        }

    stopped:
        labels.Add("stopped");
    done:
        labels.Add("done");
    }

    public IEnumerable<string> Labels(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length < 2)
            {
                if (line.Length == 0)
                {
                    /*why*/yield break;
                }

                yield break;
            }

            yield return /*BM0010*/client.CompleteChat(line).Value.Content[0].Text;
        }
    }
}
