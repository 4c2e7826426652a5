// A47 An encoder and a reader of random bytes fill shared buffers before the call
// verdict: blocked
// blocker: 'bytes'
// message: The calls of 'CompleteChat' could be one batch, but 'bytes' is changed on line 17 before the call and used on line 19 when later items have already changed it again
// why: the buffers hold what belongs to the last item by the time the answers are read
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using OpenAI.Chat;

namespace Adversarial;

public sealed class SignedAnswers(ChatClient client)
{
    public List<string> Create(string[] questions)
    {
        var bytes = new byte[4096];
        var signed = new List<string>();
        foreach (var question in questions)
        {
            var count = /*why*/Encoding.UTF8.GetBytes(question, 0, question.Length, bytes, 0);
            ChatCompletion completion = /*BM0010*/client.CompleteChat($"{count} bytes: {question}");
            signed.Add(Convert.ToHexString(SHA256.HashData(/*why*/bytes.AsSpan(0, count))) + completion.Content[0].Text);
        }

        return signed;
    }
}
