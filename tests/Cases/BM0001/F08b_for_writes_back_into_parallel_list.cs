// F08b A for loop that filters by index and replaces the entries of a second list
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Spreadsheet;

public class ColumnFiller
{
    private readonly ChatClient _model;

    public ColumnFiller(ChatClient model)
    {
        _model = model;
    }

    public async Task FillAsync(List<string> names, List<string> countries)
    {
        for (var row = 0; row < names.Count; row++)
        {
            if (countries[row].Length > 0)
            {
                continue;
            }

            var name = names[row];
            ChatCompletion reply = await /*BM0001*/_model.CompleteChatAsync([new UserChatMessage("In which country is " + name + "?")]);
            countries[row] = reply.Content[0].Text;
        }
    }
}
//// run
var countries = new List<string> { "", "Kenya", "", "", "" };
try
{
    await new ColumnFiller(client).FillAsync(["Oslo", "Nairobi", "Lima", "Turin", "Perth"], countries);
}
finally
{
    Log(string.Join("|", countries));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Spreadsheet;

public class ColumnFiller
{
    private readonly ChatClient _model;

    public ColumnFiller(ChatClient model)
    {
        _model = model;
    }

    public async Task FillAsync(List<string> names, List<string> countries)
    {
        var pending = new List<int>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        for (var row = 0; row < names.Count; row++)
        {
            if (countries[row].Length > 0)
            {
                continue;
            }

            var name = names[row];
            pending.Add(row);
            messagesList.Add([new UserChatMessage("In which country is " + name + "?")]);
        }

        var batch = await _model.CompleteBatchAsync(messagesList);
        foreach (var (row, item) in pending.Zip(batch))
        {
            ChatCompletion reply = item.Response;
            countries[row] = reply.Content[0].Text;
        }
    }
}
