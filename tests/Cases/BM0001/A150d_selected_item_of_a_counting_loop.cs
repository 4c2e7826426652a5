// A150d A parameter of the items' type may be one of the items, also where the loop counts
// verdict: silent
// why: the pinned page may be the next one, whose prompt names its summary
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Sheet(string text)
{
    public string Text { get; } = text;

    public string Summary { get; set; } = "";
}

public sealed class Binder(IChatClient chat)
{
    public async Task ReadAsync(Sheet[] sheets, Sheet pinned)
    {
        for (var i = 0; i < sheets.Length; i++)
        {
            var response = await chat.GetResponseAsync(sheets[i].Text + sheets[i].Summary);
            pinned.Summary = response.Text;
        }
    }
}
