// S90a The second request is made of the first answer
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Articles;

public sealed class ArticleWriter(IChatClient chat)
{
    private string outline = "";

    public async Task<string> WriteAsync(string topic)
    {
        outline = (await chat.GetResponseAsync($"Outline an article on {topic}")).Text;
        var article = await chat.GetResponseAsync($"Write the article: {outline}");
        return article.Text;
    }

    public async Task<string> PolishAsync(string text)
    {
        text = (await chat.GetResponseAsync($"Shorten: {text}")).Text;
        var length = text.Length;
        var goal = length / 2;
        text = (await chat.GetResponseAsync($"Cut to {goal} characters.")).Text;
        return text;
    }
}
