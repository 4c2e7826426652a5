// S02 A fixed list of questions whose history is appended inside a helper
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Contracts;

public sealed class ContractReview
{
    private static readonly string[] Questions =
    [
        "Who are the parties?",
        "Which of them may end the contract?",
        "What does that party owe afterwards?",
    ];

    private readonly ChatClient _client;
    private readonly Transcript _transcript = new();

    public ContractReview(ChatClient client) => _client = client;

    public async Task<Dictionary<string, string>> ReviewAsync(string contract)
    {
        _transcript.Note("user", contract);
        var result = new Dictionary<string, string>();
        foreach (var question in Questions)
        {
            var completion = await _client.CompleteChatAsync(_transcript.With(question));
            result[question] = completion.Value.Content[0].Text;
            Keep(question, result[question]);
        }

        return result;
    }

    private void Keep(string question, string answer)
    {
        _transcript.Note("user", question);
        _transcript.Note("assistant", answer);
    }

    private sealed class Transcript
    {
        private readonly List<(string Role, string Text)> _lines = [];

        public void Note(string role, string text) => _lines.Add((role, text));

        public IEnumerable<ChatMessage> With(string question)
        {
            foreach (var (role, text) in _lines)
            {
                yield return role == "user" ? new UserChatMessage(text) : new AssistantChatMessage(text);
            }

            yield return new UserChatMessage(question);
        }
    }
}
