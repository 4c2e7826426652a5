// F90a Three independent answers about one text, into locals
// verdict: fixed
// message: These 3 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Press;

public sealed record Release(string Headline, string Body);

public sealed class PressDesk(ChatClient client)
{
    private readonly ChatCompletionOptions options = new() { Temperature = 0.2f };

    public async Task<string> PrepareAsync(Release release, CancellationToken cancellationToken)
    {
        // what goes into the newsletter
        ChatCompletion teaser = await /*BM0004*/client.CompleteChatAsync(
            [new SystemChatMessage("Write a teaser of one sentence."), new UserChatMessage(release.Body)], options, cancellationToken);

        // what goes to the archive
        var keywords = await client.CompleteChatAsync(
            [new SystemChatMessage("Name five keywords."), new UserChatMessage(release.Body)], options, cancellationToken);
        var tone = (await client.CompleteChatAsync([new UserChatMessage($"Which tone has '{release.Headline}'?")], options, cancellationToken)).Value.Content[0].Text;

        return $"{release.Headline}: {teaser.Content[0].Text} [{keywords.Value.Content[0].Text}] ({tone})";
    }
}
//// run
Log(await new PressDesk(client).PrepareAsync(new Release("New bridge opens", "The bridge over the river opens on Monday."), cancellationToken));
Log(await new PressDesk(client).PrepareAsync(new Release("Old bridge closes", "The old bridge is for bicycles only."), cancellationToken));
//// fixed
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Press;

public sealed record Release(string Headline, string Body);

public sealed class PressDesk(ChatClient client)
{
    private readonly ChatCompletionOptions options = new() { Temperature = 0.2f };

    public async Task<string> PrepareAsync(Release release, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(
            [
                [new SystemChatMessage("Write a teaser of one sentence."), new UserChatMessage(release.Body)],
                [new SystemChatMessage("Name five keywords."), new UserChatMessage(release.Body)],
                [new UserChatMessage($"Which tone has '{release.Headline}'?")],
            ],
            options,
            cancellationToken: cancellationToken);

        // what goes into the newsletter
        ChatCompletion teaser = batch[0].Response;

        // what goes to the archive
        var keywords = batch[1].Response;
        var tone = batch[2].Response.Value.Content[0].Text;

        return $"{release.Headline}: {teaser.Content[0].Text} [{keywords.Value.Content[0].Text}] ({tone})";
    }
}
