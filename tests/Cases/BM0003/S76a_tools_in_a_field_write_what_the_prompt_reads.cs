// S76a The options are kept in a field; their tool notes facts that the prompt of the next item quotes
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Detectives;

public sealed class Detective(IChatClient chat)
{
    private static readonly List<string> Facts = [];
    private static readonly ChatOptions WithNotebook = new() { Tools = [AIFunctionFactory.Create((string fact) => Facts.Add(fact))] };

    public async Task QuestionAllAsync(IEnumerable<string> witnesses)
    {
        foreach (var witness in witnesses)
        {
            Console.WriteLine(await QuestionAsync(witness));
        }
    }

    private async Task<string> QuestionAsync(string witness)
    {
        var response = await chat.GetResponseAsync($"Known: {string.Join("; ", Facts)}. Question {witness}.", WithNotebook);
        return response.Text;
    }
}
