// A61 Local functions read and move a field of the instance
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chapters;

public sealed class ChapterWriter(IChatClient chat)
{
    private int page;

    public async Task WriteAsync(string[] topics)
    {
        foreach (var topic in topics)
        {
            var text = await chat.GetResponseAsync(Heading() + topic);
            Turn(text.Text.Length / 1000);
        }

        string Heading() => $"From page {page} on, write about ";
        void Turn(int pages) => page += pages;
    }
}
