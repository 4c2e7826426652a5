// A38 The same list is reached through a property of the base and a field of another object
// verdict: silent
// why: both hold the list that was passed to them, so the answer is in the next request
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Recorder(List<ChatMessage> tape)
{
    public void Play(ChatResponse response) => tape.AddRange(response.Messages);
}

public static class Studio
{
    public static async Task<int> RecordAsync(IChatClient chat, string[] takes)
    {
        var tape = new List<ChatMessage>();
        var recorder = new Recorder(tape);
        foreach (var take in takes)
        {
            tape.Add(new ChatMessage(ChatRole.User, take));
            var response = await chat.GetResponseAsync(tape);
            recorder.Play(response);
        }

        return tape.Count;
    }
}
