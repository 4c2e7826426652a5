// B03 A lock is held while the call runs
// verdict: blocked
// blocker: 'lock'
// message: The calls of 'CompleteChat' could be one batch, but a 'lock' spans the call
using System.Collections.Generic;
using OpenAI.Chat;

namespace Terminal;

public sealed class SharedGlossary
{
    private readonly object _gate = new();
    private readonly ChatClient _client;
    private readonly List<string> _entries = [];

    public SharedGlossary(ChatClient client) => _client = client;

    public void Extend(string[] terms)
    {
        foreach (var term in terms)
        {
            /*why*/lock (_gate)
            {
                ChatCompletion completion = /*BM0010*/_client.CompleteChat($"Define {term}.");
                _entries.Add(completion.Content[0].Text);
            }
        }
    }
}
