// F75b A service method that calls a gateway of the project, which calls the model
// verdict: fixed
// message: 'ClassifyAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Complaints;

public sealed class Complaint(string text)
{
    public string Text { get; } = text;

    public string? Kind { get; set; }
}

public sealed class ComplaintService(ModelGateway gateway)
{
    public async Task ClassifyAllAsync(IReadOnlyList<Complaint> complaints)
    {
        foreach (var complaint in complaints)
        {
            complaint.Kind = await /*BM0003*/ClassifyAsync(complaint.Text);
        }
    }

    private async Task<string> ClassifyAsync(string text)
    {
        if (text.Length < 3)
        {
            return "none";
        }

        return (await gateway.AskAsync("Classify the complaint in one word.", text)).ToLowerInvariant();
    }
}
//// file ModelGateway.cs
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Complaints;

public sealed class ModelGateway
{
    private readonly ChatClient _client;

    public ModelGateway(ChatClient client) => _client = client;

    public async Task<string> AskAsync(string instruction, string text)
    {
        ChatCompletion completion = await _client.CompleteChatAsync([new SystemChatMessage(instruction), new UserChatMessage(text)]);
        return completion.Content[0].Text;
    }
}
//// run
Complaint[] complaints = [new("the soup was cold"), new("!"), new("nobody answered"), new("too early"), new("wrong size")];
try
{
    await new ComplaintService(new ModelGateway(client)).ClassifyAllAsync(complaints);
}
finally
{
    Log(string.Join("|", complaints.Select(complaint => complaint.Kind ?? "-")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;

namespace Complaints;

public sealed class Complaint(string text)
{
    public string Text { get; } = text;

    public string? Kind { get; set; }
}

public sealed class ComplaintService(ModelGateway gateway)
{
    public async Task ClassifyAllAsync(IReadOnlyList<Complaint> complaints)
    {
        var batch = await Batch.RunAsync(complaints, (complaint, _) => ClassifyAsync(complaint.Text));
        foreach (var (complaint, item) in complaints.Zip(batch))
        {
            complaint.Kind = item.Response;
        }
    }

    private async Task<string> ClassifyAsync(string text)
    {
        if (text.Length < 3)
        {
            return "none";
        }

        return (await gateway.AskAsync("Classify the complaint in one word.", text)).ToLowerInvariant();
    }
}
