// F142b A helper that asks Claude and falls back
// verdict: fixed
// message: 'OneAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// uses: Anthropic
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;

namespace Wine;

public static class Notes
{
    public static async Task<List<string>> AllAsync(IMessageService messages, string[] wines)
    {
        var notes = new List<string>();
        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/OneAsync(messages, wine));
        }

        return notes;
    }

    private static async Task<string> OneAsync(IMessageService messages, string wine)
    {
        try
        {
            var message = await messages.Create(new MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new UserMessageParam(wine)] });
            return string.Concat(message.Content.Select(block => block.Value).OfType<TextBlock>().Select(block => block.Text));
        }
        catch (Exception)
        {
            return "no note";
        }
    }
}
//// run
foreach (var note in await Notes.AllAsync(new ScriptedMessages(Ask), ["Port", "Hock", "Cava"]))
{
    Log(note);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;
using BatchMigrate;

namespace Wine;

public static class Notes
{
    public static async Task<List<string>> AllAsync(IMessageService messages, string[] wines)
    {
        var notes = new List<string>();
        var batch = await Batch.RunAsync(wines, (wine, _) => OneAsync(messages, wine));
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }

        return notes;
    }

    private static async Task<string> OneAsync(IMessageService messages, string wine)
    {
        try
        {
            var message = await messages.Create(new MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new UserMessageParam(wine)] });
            return string.Concat(message.Content.Select(block => block.Value).OfType<TextBlock>().Select(block => block.Text));
        }
        catch (Exception)
        {
            return "no note";
        }
    }
}
