// F72d The helper is a protected method of an abstract base class
// verdict: fixed
// message: 'AskAsync' is called for one item at a time; 'AskBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Reports;

public abstract class ModelBacked
{
    private readonly ChatClient _client;

    protected ModelBacked(ChatClient client) => _client = client;

    protected abstract string Role { get; }

    protected async Task<string> AskAsync(string role, string question)
    {
        ChatCompletion completion = await _client.CompleteChatAsync([new SystemChatMessage(role), new UserChatMessage(question)]);
        return completion.Content[0].Text;
    }
}

public sealed class RiskReport : ModelBacked
{
    public RiskReport(ChatClient client)
        : base(client)
    {
    }

    protected override string Role => "You look for risks.";

    public async Task<Dictionary<string, string>> BuildAsync(IReadOnlyList<string> projects)
    {
        var role = Role;
        var risks = new Dictionary<string, string>(projects.Count);
        foreach (var project in projects)
        {
            risks[project] = await /*BM0003*/AskAsync(role, $"The greatest risk of {project}?");
        }

        return risks;
    }
}
//// run
foreach (var (project, risk) in await new RiskReport(client).BuildAsync(["the bridge", "the tunnel", "the dam"]))
{
    Log(project + ": " + risk);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Reports;

public abstract class ModelBacked
{
    private readonly ChatClient _client;

    protected ModelBacked(ChatClient client) => _client = client;

    protected abstract string Role { get; }

    protected async Task<string> AskAsync(string role, string question) =>
        (await AskBatchAsync(role, [question]))[0].Response;

    /// <summary>Does what <c>AskAsync</c> does, for many questions in one batch: an outcome for each, in their order.</summary>
    protected async Task<BatchResult<string>> AskBatchAsync(
        string role, IEnumerable<string> questions, CancellationToken cancellationToken = default)
    {
        var batch = await _client.CompleteBatchAsync(
            questions,
            question => [new SystemChatMessage(role), new UserChatMessage(question)],
            cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text;
        });
    }
}

public sealed class RiskReport : ModelBacked
{
    public RiskReport(ChatClient client)
        : base(client)
    {
    }

    protected override string Role => "You look for risks.";

    public async Task<Dictionary<string, string>> BuildAsync(IReadOnlyList<string> projects)
    {
        var role = Role;
        var risks = new Dictionary<string, string>(projects.Count);
        var batch = await AskBatchAsync(role, projects.Select(project => $"The greatest risk of {project}?"));
        foreach (var (project, item) in projects.Zip(batch))
        {
            risks[project] = item.Response;
        }

        return risks;
    }
}
