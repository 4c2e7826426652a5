// S133b Options tie responses to one conversation
// verdict: silent
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Diary;

public sealed class Writer(ResponsesClient responses)
{
    public async Task<List<string>> WriteAsync(string conversation, IEnumerable<string> days)
    {
        var pages = new List<string>();
        foreach (var day in days)
        {
            var options = new CreateResponseOptions { Model = "small", ConversationOptions = new ResponseConversationOptions(conversation) };
            options.InputItems.Add(ResponseItem.CreateUserMessageItem(day));
            ResponseResult response = await responses.CreateResponseAsync(options);
            pages.Add(response.GetOutputText());
        }

        return pages;
    }

    public async Task<List<string>> FollowAsync(string start, IEnumerable<string> days)
    {
        var pages = new List<string>();
        foreach (var day in days)
        {
            ResponseResult response = await responses.CreateResponseAsync(new CreateResponseOptions { Model = "small", PreviousResponseId = start, InputItems = { ResponseItem.CreateUserMessageItem(day) } });
            pages.Add(response.GetOutputText());
        }

        return pages;
    }
}
