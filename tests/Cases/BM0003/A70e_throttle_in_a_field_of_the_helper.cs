// A70e A fan-out over a method that takes its turn at a semaphore in a field
// verdict: fixed
// message: 'AnswerAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Kiosks;

public sealed class Kiosk(IChatClient chat)
{
    private readonly SemaphoreSlim _turns = new(4);

    public async Task<string[]> AnswerAllAsync(IReadOnlyList<string> questions)
    {
        var tasks = questions.Select(question => /*BM0003*/AnswerAsync(question)).ToList();
        return await Task.WhenAll(tasks);
    }

    private async Task<string> AnswerAsync(string question)
    {
        await _turns.WaitAsync();
        try
        {
            var response = await chat.GetResponseAsync(question);
            return response.Text;
        }
        finally
        {
            _turns.Release();
        }
    }
}
//// run
Log(string.Join("|", await new Kiosk(chat).AnswerAllAsync(["Platform?", "Coffee?", "Lost?"])));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Kiosks;

public sealed class Kiosk(IChatClient chat)
{
    private readonly SemaphoreSlim _turns = new(4);

    public async Task<string[]> AnswerAllAsync(IReadOnlyList<string> questions)
    {
        var batch = await Batch.RunAsync(questions, (question, _) => AnswerAsync(question));
        return batch.GetResponses();
    }

    private async Task<string> AnswerAsync(string question)
    {
        await _turns.WaitAsync();
        try
        {
            var response = await chat.GetResponseAsync(question);
            return response.Text;
        }
        finally
        {
            _turns.Release();
        }
    }
}
