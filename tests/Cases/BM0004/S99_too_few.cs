// S99 A row shorter than the setting asks for, and one in a type that is left alone
// verdict: silent
// config: batch_migrate.minimum_items = 3
// config: batch_migrate.excluded_symbols = Settings.Legacy
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Settings;

public sealed class Pair(IChatClient chat)
{
    public async Task<string> AskAsync(string text)
    {
        var one = await chat.GetResponseAsync($"Praise {text}");
        var two = await chat.GetResponseAsync($"Blame {text}");
        return one.Text + two.Text;
    }
}

public sealed class Legacy(IChatClient chat)
{
    public async Task<string> AskAsync(string text)
    {
        var one = await chat.GetResponseAsync($"Praise {text}");
        var two = await chat.GetResponseAsync($"Blame {text}");
        var three = await chat.GetResponseAsync($"Ignore {text}");
        return one.Text + two.Text + three.Text;
    }
}
