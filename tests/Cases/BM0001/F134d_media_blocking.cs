// F134d Speech, transcripts, translations and pictures, where each call holds its thread
// verdict: fixed
// message: This loop makes one 'GenerateSpeech' round trip per 'line', one after another; 'Batch.Run' sends them together
// message: This loop makes one 'TranscribeAudio' round trip per 'recording', one after another; 'Batch.Run' sends them together
// message: This loop makes one 'TranslateAudio' round trip per 'recording', one after another; 'Batch.Run' sends them together
// message: This loop makes one 'GenerateImage' round trip per 'scene', one after another; 'Batch.Run' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Linq;
using OpenAI.Audio;
using OpenAI.Images;

namespace Studio;

public sealed class Production(AudioClient audio, ImageClient images)
{
    public List<int> Speak(IReadOnlyList<string> lines)
    {
        var lengths = new List<int>();
        foreach (var line in lines)
        {
            var speech = /*BM0001*/audio.GenerateSpeech(line, GeneratedSpeechVoice.Echo);
            lengths.Add(speech.Value.ToArray().Length);
        }

        return lengths;
    }

    public List<string> Write(string[] recordings)
    {
        var texts = new List<string>();
        foreach (var recording in recordings)
        {
            texts.Add(/*BM0001*/audio.TranscribeAudio(recording).Value.Text);
        }

        return texts;
    }

    public List<string> WriteInEnglish(string[] recordings)
    {
        var texts = new List<string>();
        foreach (var recording in recordings)
        {
            texts.Add(/*BM0001*/audio.TranslateAudio(recording).Value.Text);
        }

        return texts;
    }

    public Dictionary<string, string> Draw(IReadOnlyList<string> scenes)
    {
        var drawings = new Dictionary<string, string>();
        foreach (var scene in scenes)
        {
            drawings[scene] = /*BM0001*/images.GenerateImage("In ink: " + scene).Value.RevisedPrompt;
        }

        return drawings;
    }
}
//// run
#pragma warning disable OPENAI001
var production = new Production(new ScriptedAudio(Ask), new ScriptedImages(Ask));
Log(production.Speak(["Action!", "Cut!", "Again!"]));
Log(production.Write(["one.mp3", "two.mp3"]));
Log(production.WriteInEnglish(["eins.mp3", "zwei.mp3"]));
Log(production.Draw(["a harbour", "a mill"]));
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Audio;
using OpenAI.Images;

namespace Studio;

public sealed class Production(AudioClient audio, ImageClient images)
{
    public List<int> Speak(IReadOnlyList<string> lines)
    {
        var lengths = new List<int>();
        var batch = Batch.Run(
            lines,
            (line, ct) => audio.GenerateSpeech(line, GeneratedSpeechVoice.Echo, cancellationToken: ct));
        foreach (var item in batch)
        {
            var speech = item.Response;
            lengths.Add(speech.Value.ToArray().Length);
        }

        return lengths;
    }

    public List<string> Write(string[] recordings)
    {
        var texts = new List<string>();
        var batch = Batch.Run(recordings, (recording, _) => audio.TranscribeAudio(recording));
        foreach (var item in batch)
        {
            texts.Add(item.Response.Value.Text);
        }

        return texts;
    }

    public List<string> WriteInEnglish(string[] recordings)
    {
        var texts = new List<string>();
        var batch = Batch.Run(recordings, (recording, _) => audio.TranslateAudio(recording));
        foreach (var item in batch)
        {
            texts.Add(item.Response.Value.Text);
        }

        return texts;
    }

    public Dictionary<string, string> Draw(IReadOnlyList<string> scenes)
    {
        var drawings = new Dictionary<string, string>();
        var batch = Batch.Run(scenes, (scene, ct) => images.GenerateImage("In ink: " + scene, cancellationToken: ct));
        foreach (var (scene, item) in scenes.Zip(batch))
        {
            drawings[scene] = item.Response.Value.RevisedPrompt;
        }

        return drawings;
    }
}
