// F134a Speech for each line, with options of its own
// verdict: fixed
// message: This loop makes one 'GenerateSpeechAsync' round trip per item, one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Audioguide;

public static class Recording
{
    public static async Task<Dictionary<string, byte[]>> RecordAsync(AudioClient audio, IReadOnlyDictionary<string, string> texts, float speed)
    {
        var recordings = new Dictionary<string, byte[]>();
        foreach (var (room, text) in texts)
        {
            BinaryData speech = await /*BM0001*/audio.GenerateSpeechAsync(text, GeneratedSpeechVoice.Alloy, new SpeechGenerationOptions { SpeedRatio = speed });
            recordings.Add(room, speech.ToArray());
        }

        return recordings;
    }
}
//// run
#pragma warning disable OPENAI001
foreach (var (room, speech) in await Recording.RecordAsync(new ScriptedAudio(Ask), new Dictionary<string, string> { ["1"] = "Welcome.", ["2"] = "The vase.", ["3"] = "Goodbye." }, 0.9f))
{
    Log($"{room} {speech.Length}");
}
//// fixed
#pragma warning disable OPENAI001
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Audio;

namespace Audioguide;

public static class Recording
{
    public static async Task<Dictionary<string, byte[]>> RecordAsync(AudioClient audio, IReadOnlyDictionary<string, string> texts, float speed)
    {
        var recordings = new Dictionary<string, byte[]>();
        var inputs = new List<string>();
        foreach (var (room, text) in texts)
        {
            inputs.Add(text);
        }

        var batch = await Batch.RunAsync(
            inputs,
            (text, ct) => audio.GenerateSpeechAsync(text, GeneratedSpeechVoice.Alloy, new SpeechGenerationOptions { SpeedRatio = speed }, cancellationToken: ct));
        foreach (var ((room, text), item) in texts.Zip(batch))
        {
            BinaryData speech = item.Response;
            recordings.Add(room, speech.ToArray());
        }

        return recordings;
    }
}
