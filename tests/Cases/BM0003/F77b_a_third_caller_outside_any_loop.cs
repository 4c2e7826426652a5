// F77b Two loops in two methods, and a third caller that asks for one item: it keeps compiling
// verdict: fixed
// message: 'SolveAsync' is called for one item at a time; 'SolveBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Quiz;

public sealed class Question(string text)
{
    public string Text { get; } = text;

    public string? Solution { get; set; }
}

public class QuizMaster
{
    private readonly ChatClient _client;

    public QuizMaster(ChatClient client) => _client = client;

    public async Task<string> PreviewAsync(Question question)
    {
        var solution = await SolveAsync(question.Text);
        return $"{question.Text} -> {solution}";
    }

    public async Task SolveAllAsync(IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            question.Solution = await /*BM0003*/SolveAsync(question.Text);
        }
    }

    public async Task<Dictionary<string, string>> SolveMissingAsync(IReadOnlyList<Question> questions)
    {
        var found = new Dictionary<string, string>();
        foreach (var question in questions)
        {
            if (question.Solution != null)
            {
                continue;
            }

            found[question.Text] = await /*BM0003*/SolveAsync(question.Text);
        }

        return found;
    }

    public async Task<string> SolveAsync(string question)
    {
        ChatCompletion completion = await _client.CompleteChatAsync([new SystemChatMessage("Only the solution."), new UserChatMessage(question)]);
        return completion.Content[0].Text;
    }
}
//// run
var master = new QuizMaster(client);
Question[] first = [new("Who wrote Emma?"), new("7 x 8?"), new("Capital of Chad?")];
Question[] second = [new("Largest planet?"), new("Deepest lake?") { Solution = "Baikal" }, new("Oldest metal?"), new("Fastest fish?")];
try
{
    Log(await master.PreviewAsync(new Question("How many legs has a spider?")));
    await master.SolveAllAsync(first);
    foreach (var (question, solution) in await master.SolveMissingAsync(second))
    {
        Log(question + " " + solution);
    }
}
finally
{
    Log(string.Join("|", first.Select(question => question.Solution ?? "?")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Quiz;

public sealed class Question(string text)
{
    public string Text { get; } = text;

    public string? Solution { get; set; }
}

public class QuizMaster
{
    private readonly ChatClient _client;

    public QuizMaster(ChatClient client) => _client = client;

    public async Task<string> PreviewAsync(Question question)
    {
        var solution = await SolveAsync(question.Text);
        return $"{question.Text} -> {solution}";
    }

    public async Task SolveAllAsync(IEnumerable<Question> questions)
    {
        var pending = questions.ToList();
        var batch = await SolveBatchAsync(pending.Select(question => question.Text));
        foreach (var (question, item) in pending.Zip(batch))
        {
            question.Solution = item.Response;
        }
    }

    public async Task<Dictionary<string, string>> SolveMissingAsync(IReadOnlyList<Question> questions)
    {
        var found = new Dictionary<string, string>();
        var pending = new List<Question>();
        var inputs = new List<string>();
        foreach (var question in questions)
        {
            if (question.Solution != null)
            {
                continue;
            }

            pending.Add(question);
            inputs.Add(question.Text);
        }

        var batch = await SolveBatchAsync(inputs);
        foreach (var (question, item) in pending.Zip(batch))
        {
            found[question.Text] = item.Response;
        }

        return found;
    }

    public async Task<string> SolveAsync(string question) =>
        (await SolveBatchAsync([question]))[0].Response;

    /// <summary>Does what <c>SolveAsync</c> does, for many questions in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> SolveBatchAsync(IEnumerable<string> questions, CancellationToken cancellationToken = default)
    {
        var batch = await _client.CompleteBatchAsync(
            questions,
            question => [new SystemChatMessage("Only the solution."), new UserChatMessage(question)],
            cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text;
        });
    }
}
