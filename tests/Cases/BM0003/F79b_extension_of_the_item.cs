// F79b The helper extends the item's type; the client is its argument
// verdict: fixed
// message: 'ExplainAsync' is called for one item at a time; 'ExplainBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Fleet;

public sealed class Fault(string code, string log)
{
    public string Code { get; } = code;

    public string Log { get; } = log;

    public string? Diagnosis { get; set; }
}

public sealed class Workshop(ChatClient client)
{
    public async Task DiagnoseAsync(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            fault.Diagnosis = await /*BM0003*/fault.ExplainAsync(client);
        }
    }
}
//// file FaultExtensions.cs
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Fleet;

public static class FaultExtensions
{
    public static async Task<string> ExplainAsync(this Fault fault, ChatClient client)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage("You are a mechanic."), new UserChatMessage($"{fault.Code}: {fault.Log}")]);
        return $"{fault.Code} means: {completion.Content[0].Text}";
    }
}
//// run
Fault[] faults = [new("P0301", "misfire"), new("P0420", "catalyst"), new("B1000", "unit")];
try
{
    await new Workshop(client).DiagnoseAsync(faults);
}
finally
{
    Log(string.Join("|", faults.Select(fault => fault.Diagnosis ?? "-")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Fleet;

public sealed class Fault(string code, string log)
{
    public string Code { get; } = code;

    public string Log { get; } = log;

    public string? Diagnosis { get; set; }
}

public sealed class Workshop(ChatClient client)
{
    public async Task DiagnoseAsync(IReadOnlyList<Fault> faults)
    {
        var batch = await faults.ExplainBatchAsync(client);
        foreach (var (fault, item) in faults.Zip(batch))
        {
            fault.Diagnosis = item.Response;
        }
    }
}
//// fixed FaultExtensions.cs
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Fleet;

public static class FaultExtensions
{
    public static async Task<string> ExplainAsync(this Fault fault, ChatClient client) =>
        (await ExplainBatchAsync([fault], client))[0].Response;

    /// <summary>Does what <c>ExplainAsync</c> does, for many faults in one batch: an outcome for each, in their order.</summary>
    public static async Task<BatchResult<string>> ExplainBatchAsync(
        this IEnumerable<Fault> faults, ChatClient client, CancellationToken cancellationToken = default)
    {
        var pending = faults.ToList();
        var batch = await client.CompleteBatchAsync(
            pending,
            fault => [new SystemChatMessage("You are a mechanic."), new UserChatMessage($"{fault.Code}: {fault.Log}")],
            cancellationToken: cancellationToken);
        return batch.Map(pending, (fault, item) =>
        {
            ChatCompletion completion = item.Response;
            return $"{fault.Code} means: {completion.Content[0].Text}";
        });
    }
}
