// S134a Streams that are read where they stand, several images at once, speech in pieces
// verdict: silent
// uses: OpenAI
#pragma warning disable OPENAI001
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Audio;
using OpenAI.Images;

namespace Studio;

public static class Takes
{
    public static async Task<List<string>> TranscribeAsync(AudioClient audio, IReadOnlyDictionary<string, Stream> takes)
    {
        var texts = new List<string>();
        foreach (var (name, take) in takes)
        {
            AudioTranscription transcription = await audio.TranscribeAudioAsync(take, name);
            texts.Add(transcription.Text);
        }

        return texts;
    }

    public static async Task<List<Uri>> DrawAsync(ImageClient images, string[] prompts)
    {
        var drawn = new List<Uri>();
        foreach (var prompt in prompts)
        {
            GeneratedImageCollection variants = await images.GenerateImagesAsync(prompt, 3);
            drawn.AddRange(variants.Select(variant => variant.ImageUri));
        }

        return drawn;
    }
}
