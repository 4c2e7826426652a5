// F136c Messages of the beta service, and answers of a type
// verdict: fixed
// message: This loop makes one 'Create' round trip per 'plant', one after another; 'Batch.RunAsync' sends them together
// uses: Anthropic
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;
using Beta = Anthropic.Models.Beta.Messages;
using BetaService = Anthropic.Services.Beta;

namespace Herbarium;

public sealed class Plant
{
    public string Family { get; set; } = "";
}

public sealed class Classifier(IMessageService messages, BetaService.IMessageService beta)
{
    public async Task<List<string>> DescribeAsync(IReadOnlyList<string> plants, CancellationToken cancellationToken)
    {
        var descriptions = new List<string>();
        foreach (var plant in plants)
        {
            var message = await /*BM0001*/beta.Create(new Beta.MessageCreateParams { Model = "claude-small", MaxTokens = 200, Messages = [new Beta.BetaUserMessageParam(plant)] }, cancellationToken);
            descriptions.Add(string.Concat(message.Content.Select(block => block.Value).OfType<Beta.BetaTextBlock>().Select(block => block.Text)));
        }

        return descriptions;
    }

    public async Task<int> CountAsync(IReadOnlyList<string> plants)
    {
        var blocks = 0;
        foreach (var plant in plants)
        {
            var answer = await /*BM0001*/messages.Create<Plant>(new MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new UserMessageParam(plant)] });
            blocks += answer.Content.Count;
        }

        return blocks;
    }

    public async Task<int> CountBetaAsync(IReadOnlyList<string> plants)
    {
        var blocks = 0;
        foreach (var plant in plants)
        {
            var answer = await /*BM0001*/BetaService.BetaMessageServiceExtensions.Create<Plant>(beta, new Beta.MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new Beta.BetaUserMessageParam(plant)] });
            blocks += answer.Content.Count;
        }

        return blocks;
    }
}
//// run
var classifier = new Classifier(new ScriptedMessages(Ask), new ScriptedBetaMessages(Ask));
Log(await classifier.DescribeAsync(["Oak", "Fern", "Moss"], cancellationToken));
Log(await classifier.CountAsync(["Ivy", "Yew"]));
Log(await classifier.CountBetaAsync(["Elm", "Ash"]));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;
using BatchMigrate;
using Beta = Anthropic.Models.Beta.Messages;
using BetaService = Anthropic.Services.Beta;

namespace Herbarium;

public sealed class Plant
{
    public string Family { get; set; } = "";
}

public sealed class Classifier(IMessageService messages, BetaService.IMessageService beta)
{
    public async Task<List<string>> DescribeAsync(IReadOnlyList<string> plants, CancellationToken cancellationToken)
    {
        var descriptions = new List<string>();
        var batch = await Batch.RunAsync(
            plants,
            (plant, ct) => beta.Create(new Beta.MessageCreateParams { Model = "claude-small", MaxTokens = 200, Messages = [new Beta.BetaUserMessageParam(plant)] }, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var message = item.Response;
            descriptions.Add(string.Concat(message.Content.Select(block => block.Value).OfType<Beta.BetaTextBlock>().Select(block => block.Text)));
        }

        return descriptions;
    }

    public async Task<int> CountAsync(IReadOnlyList<string> plants)
    {
        var blocks = 0;
        var batch = await Batch.RunAsync(
            plants,
            (plant, ct) => messages.Create<Plant>(new MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new UserMessageParam(plant)] }, cancellationToken: ct));
        foreach (var item in batch)
        {
            var answer = item.Response;
            blocks += answer.Content.Count;
        }

        return blocks;
    }

    public async Task<int> CountBetaAsync(IReadOnlyList<string> plants)
    {
        var blocks = 0;
        var batch = await Batch.RunAsync(
            plants,
            (plant, ct) => BetaService.BetaMessageServiceExtensions.Create<Plant>(beta, new Beta.MessageCreateParams { Model = "claude-small", MaxTokens = 50, Messages = [new Beta.BetaUserMessageParam(plant)] }, cancellationToken: ct));
        foreach (var item in batch)
        {
            var answer = item.Response;
            blocks += answer.Content.Count;
        }

        return blocks;
    }
}
