// F81b A generic helper that gives a value of an enumeration, its type argument written out
// verdict: fixed
// message: 'ChooseAsync' is called for one item at a time; 'ChooseBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Warehouse;

public enum Hazard
{
    None,
    Yes,
    No,
}

public sealed class Substance(string name)
{
    public string Name { get; } = name;

    public Hazard Hazard { get; set; }
}

public static class HazardCheck
{
    public static async Task CheckAsync(ChatClient client, IEnumerable<Substance> substances)
    {
        foreach (var substance in substances)
        {
            substance.Hazard = await /*BM0003*/ChooseAsync<Hazard>(client, "Is it dangerous? " + substance.Name);
        }
    }

    private static async Task<TChoice> ChooseAsync<TChoice>(ChatClient client, string question)
        where TChoice : struct, Enum
    {
        var choices = string.Join(", ", Enum.GetNames<TChoice>());
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("One of: " + choices), new UserChatMessage(question)]);
        return Enum.TryParse<TChoice>(completion.Content[0].Text, ignoreCase: true, out var choice) ? choice : default;
    }
}
//// run
Substance[] substances = [new("lye"), new("chalk"), new("ether"), new("sand"), new("lime")];
try
{
    await HazardCheck.CheckAsync(client, substances);
}
finally
{
    Log(string.Join(" ", substances.Select(substance => substance.Name + "=" + substance.Hazard)));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Warehouse;

public enum Hazard
{
    None,
    Yes,
    No,
}

public sealed class Substance(string name)
{
    public string Name { get; } = name;

    public Hazard Hazard { get; set; }
}

public static class HazardCheck
{
    public static async Task CheckAsync(ChatClient client, IEnumerable<Substance> substances)
    {
        var pending = substances.ToList();
        var batch = await ChooseBatchAsync<Hazard>(client, pending.Select(substance => "Is it dangerous? " + substance.Name));
        foreach (var (substance, item) in pending.Zip(batch))
        {
            substance.Hazard = item.Response;
        }
    }

    private static async Task<BatchResult<TChoice>> ChooseBatchAsync<TChoice>(ChatClient client, IEnumerable<string> questions)
        where TChoice : struct, Enum
    {
        var batch = await client.CompleteBatchAsync(questions, question =>
        {
            var choices = string.Join(", ", Enum.GetNames<TChoice>());
            return [new SystemChatMessage("One of: " + choices), new UserChatMessage(question)];
        });
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return Enum.TryParse<TChoice>(completion.Content[0].Text, ignoreCase: true, out var choice) ? choice : default;
        });
    }
}
