// B40 A block that is compiled in another way
// verdict: blocked
// blocker: stands around statements of the loop
// message: The calls of 'GetResponseAsync' could be one batch, but 'checked' stands around statements of the loop
// message: The calls of 'GetResponseAsync' could be one batch, but 'unchecked' stands around statements of the loop
// message: The calls of 'CompleteChat' could be one batch, but 'unsafe' stands around statements of the loop
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Meters;

public sealed class Readings(IChatClient chat, ChatClient client)
{
    public async Task<int> SumAsync(IReadOnlyList<int> readings)
    {
        var sum = 0;
        foreach (var reading in readings)
        {
            var next = reading;
            /*why*/checked
            {
                next *= 2;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + next);
            sum += response.Text.Length;
        }

        return sum;
    }

    public async Task<int> SumAroundAsync(IReadOnlyList<int> readings)
    {
        var sum = 0;
        foreach (var reading in readings)
        {
            /*why*/unchecked
            {
                var next = reading * 31;
                var response = await /*BM0010*/chat.GetResponseAsync("Explain " + next);
                sum += response.Text.Length * next;
            }
        }

        return sum;
    }

    public int SumOfBytes(IReadOnlyList<byte[]> readings)
    {
        var sum = 0;
        foreach (var reading in readings)
        {
            int size;
            /*why*/unsafe
            {
                size = sizeof(nint) * reading.Length;
            }

            ChatCompletion completion = /*BM0010*/client.CompleteChat("Explain " + size);
            sum += completion.Content[0].Text.Length;
        }

        return sum;
    }
}
