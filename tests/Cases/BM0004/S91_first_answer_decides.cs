// S91 The first answer decides whether the second question is asked
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed class Moderator(IChatClient chat)
{
    public async Task<string> ReturnAsync(string post)
    {
        var verdict = await chat.GetResponseAsync($"Is this allowed? {post}");
        if (verdict.Text == "no")
        {
            return "rejected";
        }

        var title = await chat.GetResponseAsync($"A title for {post}");
        return title.Text;
    }

    public async Task<string> ThrowAsync(string post)
    {
        var verdict = await chat.GetResponseAsync($"Is this allowed? {post}");
        _ = verdict.Text.Length > 0 ? verdict.Text : throw new InvalidOperationException("No verdict.");
        var title = await chat.GetResponseAsync($"A title for {post}");
        return title.Text;
    }

    public async Task<string> BranchAsync(string post, bool isLong)
    {
        var verdict = await chat.GetResponseAsync($"Is this allowed? {post}");
        var summary = isLong ? (await chat.GetResponseAsync($"Summarise {post}")).Text : post;
        return verdict.Text == "yes" && (await chat.GetResponseAsync($"Tag {post}")).Text == "news" ? summary : "";
    }

    public async IAsyncEnumerable<string> YieldAsync(string post)
    {
        var verdict = await chat.GetResponseAsync($"Is this allowed? {post}");
        yield return verdict.Text;
        var title = await chat.GetResponseAsync($"A title for {post}");
        yield return title.Text;
    }
}
