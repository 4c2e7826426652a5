// B05 A span crosses the call
// verdict: blocked
// blocker: 'fields'
// message: The calls of 'CompleteChat' could be one batch, but 'fields' is a reference or a span, which cannot be kept until the answer is there
using System;
using System.Collections.Generic;
using OpenAI.Chat;

namespace Grading;

public sealed class CsvComments(ChatClient client)
{
    public List<string> Read(string[] lines)
    {
        var comments = new List<string>();
        foreach (var line in lines)
        {
            ReadOnlySpan<char> /*why*/fields = line.AsSpan(line.IndexOf(';') + 1);
            var completion = /*BM0010*/client.CompleteChat($"Comment on {fields.ToString()}").Value;
            comments.Add($"{fields.Length}: {completion.Content[0].Text}");
        }

        return comments;
    }
}
