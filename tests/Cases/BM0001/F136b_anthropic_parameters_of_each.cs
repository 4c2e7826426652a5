// F136b Parameters in a local, made from shared ones
// verdict: fixed
// message: This loop makes one 'Create' round trip per item, one after another; 'Batch.RunAsync' sends them together
// uses: Anthropic
using System;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;

namespace Minerals;

public static class Notes
{
    public static async Task<string[]> WriteAsync(IMessageService claude, string[] minerals)
    {
        var notes = new string[minerals.Length];
        var common = new MessageCreateParams { Model = "claude-small", MaxTokens = 100, Messages = [] };
        for (var i = 0; i < minerals.Length; i++)
        {
            var parameters = common with { Messages = [new UserMessageParam($"A note on {minerals[i]}")] };
            try
            {
                var message = await /*BM0001*/claude.Create(parameters);
                notes[i] = message.Content[0].TryPickText(out var text) ? text.Text : "";
            }
            catch (Exception)
            {
                notes[i] = "none";
            }
        }

        return notes;
    }
}
//// run
foreach (var note in await Notes.WriteAsync(new ScriptedMessages(Ask), ["Quartz", "Jade", "Opal"]))
{
    Log(note);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;
using BatchMigrate;

namespace Minerals;

public static class Notes
{
    public static async Task<string[]> WriteAsync(IMessageService claude, string[] minerals)
    {
        var notes = new string[minerals.Length];
        var common = new MessageCreateParams { Model = "claude-small", MaxTokens = 100, Messages = [] };
        var parametersList = new List<MessageCreateParams>();
        for (var i = 0; i < minerals.Length; i++)
        {
            var parameters = common with { Messages = [new UserMessageParam($"A note on {minerals[i]}")] };
            parametersList.Add(parameters);
        }

        var batch = await Batch.RunAsync(
            parametersList,
            (parameters, ct) => claude.Create(parameters, cancellationToken: ct));
        for (var i = 0; i < minerals.Length; i++)
        {
            try
            {
                var message = batch[i].Response;
                notes[i] = message.Content[0].TryPickText(out var text) ? text.Text : "";
            }
            catch (Exception)
            {
                notes[i] = "none";
            }
        }

        return notes;
    }
}
