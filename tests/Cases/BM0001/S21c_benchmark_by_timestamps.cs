// S21 A benchmark with one stop watch that is restarted, synchronous
// verdict: silent
using System;
using System.Diagnostics;
using OpenAI.Chat;

namespace Latency;

public sealed class ModelComparison
{
    private readonly Stopwatch _watch = new();

    public double[] Measure(ChatClient client, string[] prompts)
    {
        var milliseconds = new double[prompts.Length];
        for (int i = 0; i < prompts.Length; ++i)
        {
            _watch.Restart();
            ChatCompletion completion = client.CompleteChat(prompts[i]);
            milliseconds[i] = _watch.Elapsed.TotalMilliseconds;
            Console.WriteLine($"{prompts[i].Length} characters: {milliseconds[i]:F0} ms, {completion.Usage.OutputTokenCount} tokens");
        }

        return milliseconds;
    }
}
