// F76b The helper stands in the async lambda of a fan-out, its result in a tuple with the item
// verdict: fixed
// message: 'SkillsAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Recruiting;

public sealed record Application(string Name, string Letter);

public sealed class Screening(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> ScreenAsync(IEnumerable<Application> applications)
    {
        var results = await Task.WhenAll(applications.Select(async application => (application.Name, Skills: await /*BM0003*/SkillsAsync(application.Letter))));
        return results.OrderBy(result => result.Name).Select(result => $"{result.Name}: {result.Skills}").ToList();
    }

    private async Task<string> SkillsAsync(string letter)
    {
        if (letter.Length == 0)
        {
            return "nothing said";
        }

        return (await chat.GetResponseAsync("List the skills: " + letter)).Text;
    }
}
//// run
Application[] applications = [new("Zoe", "I weld."), new("Ann", "I draw."), new("Max", ""), new("Kim", "I cook for forty.")];
foreach (var line in await new Screening(chat).ScreenAsync(applications))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Recruiting;

public sealed record Application(string Name, string Letter);

public sealed class Screening(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> ScreenAsync(IEnumerable<Application> applications)
    {
        var batch = await Batch.RunAsync(
            applications,
            async (application, _) => (application.Name, Skills: await SkillsAsync(application.Letter)));
        var results = batch.GetResponses();
        return results.OrderBy(result => result.Name).Select(result => $"{result.Name}: {result.Skills}").ToList();
    }

    private async Task<string> SkillsAsync(string letter)
    {
        if (letter.Length == 0)
        {
            return "nothing said";
        }

        return (await chat.GetResponseAsync("List the skills: " + letter)).Text;
    }
}
