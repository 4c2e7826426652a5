// F04a A continue after the call, when the answer is of no use
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'comment', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Survey;

public sealed class ThemeFinder
{
    private readonly IChatClient _chat;
    private readonly List<string> _themes = [];

    public ThemeFinder(IChatClient chat)
    {
        _chat = chat;
    }

    public IReadOnlyList<string> Themes => _themes;

    public async Task AddAsync(IEnumerable<string> comments)
    {
        foreach (var comment in comments)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync("Name the theme of this comment, or NONE: " + comment);
            if (response.Text.Contains("NONE", StringComparison.OrdinalIgnoreCase) || _themes.Contains(response.Text))
            {
                continue;
            }

            _themes.Add(response.Text);
        }
    }
}
//// run
var finder = new ThemeFinder(chat);
try
{
    await finder.AddAsync(["too slow", "too dear", "too slow", "NONE of it works"]);
}
finally
{
    Log(string.Join("|", finder.Themes));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Survey;

public sealed class ThemeFinder
{
    private readonly IChatClient _chat;
    private readonly List<string> _themes = [];

    public ThemeFinder(IChatClient chat)
    {
        _chat = chat;
    }

    public IReadOnlyList<string> Themes => _themes;

    public async Task AddAsync(IEnumerable<string> comments)
    {
        var batch = await _chat.CompleteBatchAsync(comments.Select(comment => "Name the theme of this comment, or NONE: " + comment));
        foreach (var item in batch)
        {
            var response = item.Response;
            if (response.Text.Contains("NONE", StringComparison.OrdinalIgnoreCase) || _themes.Contains(response.Text))
            {
                continue;
            }

            _themes.Add(response.Text);
        }
    }
}
