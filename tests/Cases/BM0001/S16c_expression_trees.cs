// S16 The call stands in an expression tree
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Jobs;

public interface IJobQueue
{
    string Enqueue(Expression<Func<Task>> job);
}

public sealed class NightlyJobs(IChatClient chat, IJobQueue queue)
{
    public List<string> Schedule(IEnumerable<string> reports)
    {
        var ids = new List<string>();
        foreach (var report in reports)
        {
            ids.Add(queue.Enqueue(() => chat.GetResponseAsync($"Summarise {report}", null, default)));
        }

        return ids;
    }
}
