// B134a The client writes each text into the options, which all items share
// verdict: blocked
// blocker: for each request, and the items share it
// message: The calls of 'GenerateSpeechAsync' could be one batch, but the client changes 'slow' for each request, and the items share it
// message: The calls of 'GenerateSpeechAsync' could be one batch, but the client changes 'options' for each request, and the items share it
// uses: OpenAI
#pragma warning disable OPENAI001
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Trains;

public sealed class Announcer(AudioClient audio)
{
    private readonly SpeechGenerationOptions slow = new() { SpeedRatio = 0.8f };

    public async Task<List<byte[]>> AnnounceAsync(IReadOnlyList<string> stops)
    {
        var announcements = new List<byte[]>();
        foreach (var stop in stops)
        {
            var options = slow;
            BinaryData speech = await /*BM0010*//*why*/audio.GenerateSpeechAsync($"Next stop: {stop}", GeneratedSpeechVoice.Nova, options);
            announcements.Add(speech.ToArray());
        }

        return announcements;
    }

    public async Task<List<byte[]>> AnnounceLinesAsync(IReadOnlyList<string[]> lines)
    {
        var announcements = new List<byte[]>();
        foreach (var stops in lines)
        {
            var options = new SpeechGenerationOptions();
            foreach (var stop in stops)
            {
                announcements.Add((await /*BM0010*//*why*/audio.GenerateSpeechAsync(stop, GeneratedSpeechVoice.Echo, options)).Value.ToArray());
            }
        }

        return announcements;
    }
}
