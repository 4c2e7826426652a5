// B134b Transcripts are written to files before the next recording is read
// verdict: blocked
// blocker: 'the file system' is changed on line
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
