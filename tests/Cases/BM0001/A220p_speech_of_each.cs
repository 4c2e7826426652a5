// A220p Something leaves the loop, and the options are shared too: the first thing is named
// verdict: blocked
// blocker: 'throw' before the call
// message: The calls of 'GenerateSpeechAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GenerateSpeechAsync' could be one batch, but the client changes 'slow' for each request, and the items share it
// message: The calls of 'GenerateSpeechAsync' could be one batch, but a preprocessor directive stands inside the loop
// uses: OpenAI
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Radios;

public sealed class Announcer(AudioClient audio)
{
    private readonly SpeechGenerationOptions slow = new() { SpeedRatio = 0.8f };

    public async Task SpeakAsync(IReadOnlyList<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                /*why*/throw new ArgumentException("Nothing to say");
            }

            BinaryData speech = await /*BM0010*/audio.GenerateSpeechAsync(line, GeneratedSpeechVoice.Alloy, slow);
            output.Write(speech);
        }
    }

    public async Task SpeakAllAsync(IReadOnlyList<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
            BinaryData speech = await /*BM0010*//*why*/audio.GenerateSpeechAsync(line, GeneratedSpeechVoice.Alloy, slow);
            output.Write(speech);
        }
    }

    public async Task SpeakInARegionAsync(IReadOnlyList<string> lines, Stream output)
    {
        foreach (var line in lines)
        {
/*why*/#pragma warning disable CA2007
            BinaryData speech = await /*BM0010*/audio.GenerateSpeechAsync(line, GeneratedSpeechVoice.Alloy, slow);
#pragma warning restore CA2007
            output.Write(speech);
        }
    }
}
