// F95 Both calls in one try: exceptions come out where they did
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System;
using System.ClientModel;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Alerts;

public sealed class AlertText(ChatClient client, Action<string> report)
{
    public async Task<string> ComposeAsync(string alarm)
    {
        var text = "alarm " + alarm;
        try
        {
            var cause = await /*BM0004*/client.CompleteChatAsync($"Most likely cause of {alarm}?");
            text += " because " + cause.Value.Content[0].Text;
            var remedy = await client.CompleteChatAsync($"Usual remedy for {alarm}?");
            text += ", try " + remedy.Value.Content[0].Text;
        }
        catch (ClientResultException e)
        {
            report($"{alarm}: {e.Status}, so far: {text}");
        }

        return text;
    }
}
//// run
var alerts = new AlertText(client, Log);
Log(await alerts.ComposeAsync("high pressure"));
Log(await alerts.ComposeAsync("low voltage"));
//// fixed
using System;
using System.ClientModel;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Alerts;

public sealed class AlertText(ChatClient client, Action<string> report)
{
    public async Task<string> ComposeAsync(string alarm)
    {
        var text = "alarm " + alarm;
        try
        {
            var batch = await client.CompleteBatchAsync([[$"Most likely cause of {alarm}?"], [$"Usual remedy for {alarm}?"]]);
            var cause = batch[0].Response;
            text += " because " + cause.Value.Content[0].Text;
            var remedy = batch[1].Response;
            text += ", try " + remedy.Value.Content[0].Text;
        }
        catch (ClientResultException e)
        {
            report($"{alarm}: {e.Status}, so far: {text}");
        }

        return text;
    }
}
