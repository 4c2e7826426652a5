// B142a A helper whose client writes each text into options that all share
// verdict: blocked
// blocker: 'SayAsync' changes 'calm' for each item
// message: The calls of 'SayAsync' could be one batch, but 'SayAsync' changes 'calm' for each item
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Lifts;

public sealed class Voice(AudioClient audio)
{
    private readonly SpeechGenerationOptions calm = new() { SpeedRatio = 0.9f };

    public async Task<List<byte[]>> SayAllAsync(string[] floors)
    {
        var spoken = new List<byte[]>();
        foreach (var floor in floors)
        {
            spoken.Add(await /*BM0010*//*why*/SayAsync(floor));
        }

        return spoken;
    }

    private async Task<byte[]> SayAsync(string text) => (await /*why*/audio.GenerateSpeechAsync(text, GeneratedSpeechVoice.Fable, calm)).Value.ToArray();
}
