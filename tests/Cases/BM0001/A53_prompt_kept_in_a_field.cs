// A53 A method writes the prompt into a field that another method reads after the call
// verdict: blocked
// blocker: '_prompt' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but '_prompt' is changed on line 16 before the call and used on line 18 when later items have already changed it again
// why: the answers are filed under the prompt of the last item once all are prepared
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class PromptBook(ChatClient client)
{
    private readonly Dictionary<string, string> _book = [];
    private string _prompt = "";

    public async Task<IReadOnlyDictionary<string, string>> FillAsync(IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
        {
            /*why*/Compose(subject);
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(_prompt);
            /*why*/File(completion.Content[0].Text);
        }

        return _book;
    }

    private void Compose(string subject) => _prompt = $"Write on {subject}.";

    private void File(string text) => _book[_prompt] = text;
}
