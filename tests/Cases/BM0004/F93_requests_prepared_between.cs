// F93 What prepares a later request goes in front of the batch
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Contracts;

public sealed record Contract(string Party, string Text, bool IsDraft);

public sealed class ContractReader(ChatClient client, ChatCompletionOptions? options = null)
{
    public async Task<(string Risks, string Dates)> ReadAsync(Contract contract)
    {
        var first = new List<ChatMessage> { new SystemChatMessage("List the risks."), new UserChatMessage(contract.Text) };
        ChatCompletion risks = await /*BM0004*/client.CompleteChatAsync(first, options);

        // the dates, and who they bind
        var second = new List<ChatMessage>();
        second.Add(new SystemChatMessage("List the dates."));
        if (contract.IsDraft)
        {
            second.Add(new SystemChatMessage("It is a draft."));
        }

        second.Add(new UserChatMessage($"{contract.Party}: {contract.Text}"));
        ChatCompletion dates = await client.CompleteChatAsync(second, options);
        return (risks.Content[0].Text, dates.Content[0].Text);
    }
}
//// run
Log(await new ContractReader(client).ReadAsync(new Contract("The tenant", "The rent is due on the first.", IsDraft: false)));
Log(await new ContractReader(client, new ChatCompletionOptions()).ReadAsync(new Contract("The owner", "The roof is repaired by May.", IsDraft: true)));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Contracts;

public sealed record Contract(string Party, string Text, bool IsDraft);

public sealed class ContractReader(ChatClient client, ChatCompletionOptions? options = null)
{
    public async Task<(string Risks, string Dates)> ReadAsync(Contract contract)
    {
        var first = new List<ChatMessage> { new SystemChatMessage("List the risks."), new UserChatMessage(contract.Text) };

        // the dates, and who they bind
        var second = new List<ChatMessage>();
        second.Add(new SystemChatMessage("List the dates."));
        if (contract.IsDraft)
        {
            second.Add(new SystemChatMessage("It is a draft."));
        }

        second.Add(new UserChatMessage($"{contract.Party}: {contract.Text}"));
        var batch = await client.CompleteBatchAsync([first, second], options);
        ChatCompletion risks = batch[0].Response;

        ChatCompletion dates = batch[1].Response;
        return (risks.Content[0].Text, dates.Content[0].Text);
    }
}
