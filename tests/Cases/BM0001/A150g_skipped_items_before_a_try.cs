// A150g What is counted for skipped items has its turn, and the request is made inside a try
// verdict: blocked
// blocker: 'empty' is changed before the call, and if a call failed it would have been changed for later items too
// message: The calls of 'CompleteChatAsync' could be one batch, but 'empty' is changed before the call, and if a call failed it would have been changed for later items too
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Gardens;

public sealed class Bed(string plant)
{
    public string Plant { get; } = plant;

    public int Visits { get; set; }
}

public sealed class Gardener(ChatClient client, Action<string> report)
{
    public async Task VisitAsync(IReadOnlyList<Bed> beds)
    {
        var empty = 0;
        try
        {
            for (var i = 0; i < beds.Count; i++)
            {
                if (beds[i].Plant.Length == 0)
                {
                    /*why*/empty++;
                    continue;
                }

                try
                {
                    ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage(Question(beds[i]))]);
                    report(completion.Content[0].Text);
                }
                finally
                {
                    beds[i].Visits++;
                }
            }
        }
        catch (Exception e)
        {
            report(e.GetType().Name);
        }

        report($"{empty} beds are empty");
    }

    private static string Question(Bed bed) => $"How do I prune a {bed.Plant}?";
}
