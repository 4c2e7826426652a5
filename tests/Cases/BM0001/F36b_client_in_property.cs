// F36b The client is in a property of another object
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'sentence', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Workbench;

public sealed record Session(IChatClient Model, ChatOptions Options);

public sealed class Paraphraser
{
    private readonly Session session;

    public Paraphraser(Session session)
    {
        this.session = session;
    }

    public async Task<IList<string>> ParaphraseAsync(IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        var paraphrases = new List<string>();
        foreach (var sentence in sentences)
        {
            var response = await /*BM0001*/session.Model.GetResponseAsync("Paraphrase: " + sentence, session.Options, cancellationToken);
            paraphrases.Add(response.Text);
        }

        return paraphrases;
    }
}
//// run
var session = new Session(chat, new ChatOptions());
Log(string.Join("|", await new Paraphraser(session).ParaphraseAsync(["He ran.", "She slept.", "They sang."], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Workbench;

public sealed record Session(IChatClient Model, ChatOptions Options);

public sealed class Paraphraser
{
    private readonly Session session;

    public Paraphraser(Session session)
    {
        this.session = session;
    }

    public async Task<IList<string>> ParaphraseAsync(IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        var paraphrases = new List<string>();
        var batch = await session.Model.CompleteBatchAsync(
            sentences.Select(sentence => "Paraphrase: " + sentence),
            session.Options,
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            paraphrases.Add(response.Text);
        }

        return paraphrases;
    }
}
