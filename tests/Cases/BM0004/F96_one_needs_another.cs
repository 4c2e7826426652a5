// F96 A call that needs an answer stays where it is; the others go together
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Lessons;

public static class LessonPlanner
{
    public static async Task<string[]> PlanAsync(ChatClient client, string subject)
    {
        ChatCompletion goal = await /*BM0004*/client.CompleteChatAsync($"Name the goal of a lesson on {subject}.");
        ChatCompletion tasks = await client.CompleteChatAsync($"Three exercises towards: {goal.Content[0].Text}");
        ChatCompletion history = await client.CompleteChatAsync($"A short history of {subject}.");
        return [goal.Content[0].Text, tasks.Content[0].Text, history.Content[0].Text];
    }
}
//// run
foreach (var line in await LessonPlanner.PlanAsync(client, "fractions"))
{
    Log(line);
}
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Lessons;

public static class LessonPlanner
{
    public static async Task<string[]> PlanAsync(ChatClient client, string subject)
    {
        var batch = await client.CompleteBatchAsync([[$"Name the goal of a lesson on {subject}."], [$"A short history of {subject}."]]);
        ChatCompletion goal = batch[0].Response;
        ChatCompletion tasks = await client.CompleteChatAsync($"Three exercises towards: {goal.Content[0].Text}");
        ChatCompletion history = batch[1].Response;
        return [goal.Content[0].Text, tasks.Content[0].Text, history.Content[0].Text];
    }
}
