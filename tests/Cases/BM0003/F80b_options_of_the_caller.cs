// F80b The helper takes options that may be null; the loop gives the same ones each time
// verdict: fixed
// message: 'DefineAsync' is called for one item at a time; 'DefineBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Ontology;

public sealed class TermDefiner(ChatClient client)
{
    public async Task<SortedDictionary<string, string>> DefineAllAsync(IReadOnlySet<string> terms, CancellationToken token)
    {
        ChatCompletionOptions options = new() { Temperature = 0, MaxOutputTokenCount = 80 };
        var definitions = new SortedDictionary<string, string>();
        foreach (string term in terms)
        {
            string definition = await /*BM0003*/DefineAsync(term, token, options: options).ConfigureAwait(false);
            definitions[term] = definition;
        }

        return definitions;
    }

    private async Task<string> DefineAsync(string term, CancellationToken token, string? domain = null, ChatCompletionOptions? options = null)
    {
        var question = domain is null ? $"Define {term}." : $"Define {term} in {domain}.";
        var result = await client.CompleteChatAsync([new UserChatMessage(question)], options ?? new ChatCompletionOptions(), token).ConfigureAwait(false);
        return result.Value.Content[0].Text;
    }
}
//// run
Log(await new TermDefiner(client).DefineAllAsync(new SortedSet<string> { "class", "individual", "role" }, cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Ontology;

public sealed class TermDefiner(ChatClient client)
{
    public async Task<SortedDictionary<string, string>> DefineAllAsync(IReadOnlySet<string> terms, CancellationToken token)
    {
        ChatCompletionOptions options = new() { Temperature = 0, MaxOutputTokenCount = 80 };
        var definitions = new SortedDictionary<string, string>();
        var batch = await DefineBatchAsync(terms, token, options: options).ConfigureAwait(false);
        foreach ((string term, var item) in terms.Zip(batch))
        {
            string definition = item.Response;
            definitions[term] = definition;
        }

        return definitions;
    }

    private async Task<BatchResult<string>> DefineBatchAsync(
        IEnumerable<string> terms, CancellationToken token, string? domain = null, ChatCompletionOptions? options = null)
    {
        var batch = await client.CompleteBatchAsync(terms, term =>
        {
            var question = domain is null ? $"Define {term}." : $"Define {term} in {domain}.";
            return [new UserChatMessage(question)];
        }, options ?? new ChatCompletionOptions(), cancellationToken: token).ConfigureAwait(false);
        return batch.Map(result => result.Value.Content[0].Text);
    }
}
