// F19g The loop is the only statement of a braceless if
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'field', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Forms;

public sealed class Field
{
    public string Label { get; set; } = "";

    public string? Hint { get; set; }
}

public class FormAssistant
{
    private readonly ChatClient? _client;

    public FormAssistant(ChatClient? client)
    {
        _client = client;
    }

    public async Task AddHintsAsync(List<Field> fields)
    {
        if (_client != null)
            foreach (var field in fields)
                field.Hint = (await /*BM0001*/_client.CompleteChatAsync([new UserChatMessage($"A hint for the field '{field.Label}'")])).Value.Content[0].Text;
    }
}
//// run
var fields = new List<Field> { new() { Label = "Name" }, new() { Label = "Date of birth" }, new() { Label = "IBAN" } };
try
{
    await new FormAssistant(null).AddHintsAsync(fields);
    await new FormAssistant(client).AddHintsAsync(fields);
}
finally
{
    Log(string.Join("|", fields.Select(field => field.Hint ?? "none")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Forms;

public sealed class Field
{
    public string Label { get; set; } = "";

    public string? Hint { get; set; }
}

public class FormAssistant
{
    private readonly ChatClient? _client;

    public FormAssistant(ChatClient? client)
    {
        _client = client;
    }

    public async Task AddHintsAsync(List<Field> fields)
    {
        if (_client != null)
        {
            var messagesList = new List<IEnumerable<ChatMessage>>();
            foreach (var field in fields)
                messagesList.Add([new UserChatMessage($"A hint for the field '{field.Label}'")]);

            var batch = await _client.CompleteBatchAsync(messagesList);
            foreach (var (field, item) in fields.Zip(batch))
                field.Hint = item.Response.Value.Content[0].Text;
        }
    }
}
