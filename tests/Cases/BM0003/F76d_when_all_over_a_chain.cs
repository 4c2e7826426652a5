// F76d A fan-out over a helper that cannot be divided: it asks twice
// verdict: fixed
// message: 'RebutAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Debate;

public static class Rebuttals
{
    public static async Task<string> CollectAsync(IChatClient chat, string[] theses, CancellationToken cancellationToken)
    {
        string[] rebuttals = await Task.WhenAll(theses.Select(thesis => /*BM0003*/RebutAsync(chat, thesis, cancellationToken)));
        return string.Join('\n', rebuttals);
    }

    private static async Task<string> RebutAsync(IChatClient chat, string thesis, CancellationToken cancellationToken)
    {
        var attack = (await chat.GetResponseAsync("Argue against: " + thesis, cancellationToken: cancellationToken)).Text;
        var defence = (await chat.GetResponseAsync("Answer this objection: " + attack, cancellationToken: cancellationToken)).Text;
        return $"{thesis} - {attack} - {defence}";
    }
}
//// run
Log(await Rebuttals.CollectAsync(chat, ["Cats are better.", "Tea before milk.", "Tabs."], cancellationToken));
//// fixed
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Debate;

public static class Rebuttals
{
    public static async Task<string> CollectAsync(IChatClient chat, string[] theses, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(
            theses,
            (thesis, _) => RebutAsync(chat, thesis, cancellationToken),
            cancellationToken: cancellationToken);
        string[] rebuttals = batch.GetResponses();
        return string.Join('\n', rebuttals);
    }

    private static async Task<string> RebutAsync(IChatClient chat, string thesis, CancellationToken cancellationToken)
    {
        var attack = (await chat.GetResponseAsync("Argue against: " + thesis, cancellationToken: cancellationToken)).Text;
        var defence = (await chat.GetResponseAsync("Answer this objection: " + attack, cancellationToken: cancellationToken)).Text;
        return $"{thesis} - {attack} - {defence}";
    }
}
