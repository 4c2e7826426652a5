// S133a The id of a response is handed to the next one
// verdict: silent
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Riddles;

public sealed class Oracle(ResponsesClient responses)
{
    public async Task<List<string>> AskAsync(string[] riddles, string first)
    {
        var answers = new List<string>();
        var last = first;
        foreach (var riddle in riddles)
        {
            ResponseResult response = await responses.CreateResponseAsync("small", riddle, last);
            last = response.Id;
            answers.Add(response.GetOutputText());
        }

        return answers;
    }

    public async Task<List<string>> BranchAsync(string[] riddles, string from)
    {
        var answers = new List<string>();
        foreach (var riddle in riddles)
        {
            ResponseResult response = await responses.CreateResponseAsync("small", riddle, previousResponseId: from);
            answers.Add(response.GetOutputText());
        }

        return answers;
    }
}
