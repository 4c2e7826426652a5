// F134b Files are transcribed and translated one at a time, with options that all share where the client leaves them alone
// verdict: fixed
// message: This loop makes one 'TranscribeAudioAsync' round trip per 'recording', one after another; 'Batch.RunAsync' sends them together
// message: This loop makes one 'TranslateAudioAsync' round trip per 'recording', one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Meetings;

public sealed class Minutes(AudioClient audio)
{
    private readonly AudioTranscriptionOptions english = new() { Language = "en" };

    public async Task<List<string>> WriteAsync(string[] recordings)
    {
        var minutes = new List<string>();
        foreach (var recording in recordings)
        {
            AudioTranscription transcription = await /*BM0001*/audio.TranscribeAudioAsync(recording, english);
            minutes.Add(transcription.Text);
        }

        foreach (var recording in recordings)
        {
            AudioTranslation translation = await /*BM0001*/audio.TranslateAudioAsync(recording);
            minutes.Add(translation.Text);
        }

        return minutes;
    }
}
//// run
#pragma warning disable OPENAI001
foreach (var text in await new Minutes(new ScriptedAudio(Ask)).WriteAsync(["a.mp3", "b.mp3", "c.mp3"]))
{
    Log(text);
}
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Audio;

namespace Meetings;

public sealed class Minutes(AudioClient audio)
{
    private readonly AudioTranscriptionOptions english = new() { Language = "en" };

    public async Task<List<string>> WriteAsync(string[] recordings)
    {
        var minutes = new List<string>();
        var batch = await Batch.RunAsync(recordings, (recording, _) => audio.TranscribeAudioAsync(recording, english));
        foreach (var item in batch)
        {
            AudioTranscription transcription = item.Response;
            minutes.Add(transcription.Text);
        }

        var batch2 = await Batch.RunAsync(recordings, (recording, _) => audio.TranslateAudioAsync(recording));
        foreach (var item in batch2)
        {
            AudioTranslation translation = item.Response;
            minutes.Add(translation.Text);
        }

        return minutes;
    }
}
