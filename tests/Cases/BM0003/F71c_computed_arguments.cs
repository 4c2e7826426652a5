// F71c The varying arguments are computed in the loop: an index, a trimmed text
// verdict: fixed
// message: 'NotesAsync' is called for one item at a time; 'NotesBatchAsync' sends them together
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Slides;

public sealed class Slide(string heading, string bullets)
{
    public string Heading { get; } = heading;

    public string Bullets { get; } = bullets;

    public string? Notes { get; set; }
}

public static class SpeakerNotes
{
    public static async Task AddAsync(IChatClient chat, Slide[] slides)
    {
        for (int i = 0; i < slides.Length; i++)
        {
            var slide = slides[i];
            if (slide.Notes is not null)
            {
                continue;
            }

            slide.Notes = await /*BM0003*/NotesAsync(chat, i + 1, slides.Length, slide.Heading.Trim(), slide.Bullets);
        }
    }

    private static async Task<string> NotesAsync(IChatClient chat, int number, int count, string heading, string bullets)
    {
        var response = await chat.GetResponseAsync($"Speaker notes for slide {number} of {count}, '{heading}':\n{bullets}");
        return $"[{number}] {response.Text}";
    }
}
//// run
Slide[] slides = [new("Intro ", "who we are"), new("Plan", "three steps") { Notes = "by hand" }, new(" Cost", "see table"), new("End", "thanks")];
try
{
    await SpeakerNotes.AddAsync(chat, slides);
}
finally
{
    foreach (var slide in slides)
    {
        Log(slide.Heading + ": " + (slide.Notes ?? "-"));
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Slides;

public sealed class Slide(string heading, string bullets)
{
    public string Heading { get; } = heading;

    public string Bullets { get; } = bullets;

    public string? Notes { get; set; }
}

public static class SpeakerNotes
{
    public static async Task AddAsync(IChatClient chat, Slide[] slides)
    {
        var pending = new List<Slide>();
        var inputs = new List<(int number, string heading, string bullets)>();
        for (int i = 0; i < slides.Length; i++)
        {
            var slide = slides[i];
            if (slide.Notes is not null)
            {
                continue;
            }

            pending.Add(slide);
            inputs.Add((i + 1, slide.Heading.Trim(), slide.Bullets));
        }

        var batch = await NotesBatchAsync(chat, inputs, slides.Length);
        foreach (var (slide, item) in pending.Zip(batch))
        {
            slide.Notes = item.Response;
        }
    }

    private static async Task<BatchResult<string>> NotesBatchAsync(
        IChatClient chat, IEnumerable<(int number, string heading, string bullets)> inputs, int count)
    {
        var pending = inputs.ToList();
        var batch = await chat.CompleteBatchAsync(pending, input =>
        {
            var (number, heading, bullets) = input;
            return $"Speaker notes for slide {number} of {count}, '{heading}':\n{bullets}";
        });
        return batch.Map(pending, (input, item) =>
        {
            var (number, _, _) = input;
            var response = item.Response;
            return $"[{number}] {response.Text}";
        });
    }
}
