// B134b Transcripts are written to files before the next recording is read
// verdict: blocked
// blocker: 'the file system' is changed on line
// message: The calls of 'TranscribeAudioAsync' could be one batch, but 'the file system' is changed on line 15 after the call and needed on line 14 before the next one
// uses: OpenAI
#pragma warning disable OPENAI001
using System.IO;
using System.Threading.Tasks;
using OpenAI.Audio;

namespace Hearings;

public static class Records
{
    public static async Task WriteAsync(AudioClient audio, string[] recordings)
    {
        foreach (var recording in recordings)
        {
            AudioTranscription transcription = await /*BM0010*//*why*/audio.TranscribeAudioAsync(recording);
            await /*why*/File.WriteAllTextAsync(recording + ".txt", transcription.Text);
        }
    }
}
