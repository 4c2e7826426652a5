// S77 Each task that is gathered waits for one that was gathered before it
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Serial;

public sealed class Novelist(IChatClient chat)
{
    public async Task<string[]> WriteAsync(IReadOnlyList<string> headings)
    {
        var chapters = new List<Task<string>>();
        foreach (var heading in headings)
        {
            chapters.Add(ChapterAsync(heading, chapters.LastOrDefault()));
        }

        return await Task.WhenAll(chapters);
    }

    public async Task<string[]> ContinueAsync(IReadOnlyList<string> headings)
    {
        var chapters = new List<Task<string>>();
        foreach (var heading in headings)
        {
            chapters.Add(Task.Run(async () =>
            {
                var before = heading.Length > 3 && chapters.Count > 1 ? await chapters[0] : "nothing";
                var response = await chat.GetResponseAsync($"After {before}: {heading}");
                return response.Text;
            }));
        }

        return await Task.WhenAll(chapters);
    }

    public async Task<string> CountAsync(IReadOnlyList<string> headings)
    {
        var chapters = new Dictionary<int, Task<string>>();
        foreach (var heading in headings)
        {
            chapters[chapters.Count] = ChapterAsync(heading, null);
        }

        await Task.WhenAll(chapters.Values);
        return await chapters[0];
    }

    private async Task<string> ChapterAsync(string heading, Task<string>? before)
    {
        var response = await chat.GetResponseAsync($"Chapter '{heading}', after: {(before is null ? "nothing" : await before)}");
        return response.Text;
    }
}
