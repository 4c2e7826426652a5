// B70i A field that the loop changes after the helper's call stands in the helper's prompt
// verdict: blocked
// blocker: _done
// message: The calls of 'WriteChapterAsync' could be one batch, but '_done' is changed on line 17 after the call and needed on line 16 before the next one
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Progress;

public sealed class ChapterWriter(IChatClient chat)
{
    private int _done;

    public async Task<List<string>> WriteAsync(IReadOnlyList<string> headings)
    {
        var chapters = new List<string>();
        foreach (var heading in headings)
        {
            chapters.Add(await /*BM0010*//*why*/WriteChapterAsync(heading));
            /*why*/_done++;
        }

        return chapters;
    }

    private async Task<string> WriteChapterAsync(string heading)
    {
        var response = await chat.GetResponseAsync($"Chapter {_done + 1}: {heading}");
        return response.Text;
    }
}
