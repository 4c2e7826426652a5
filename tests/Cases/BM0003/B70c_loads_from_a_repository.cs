// B70c The helper loads through a repository before the call: perhaps one that allows one call at a time
// verdict: blocked
// blocker: LoadAsync
// message: The calls of 'WriteLetterAsync' could be one batch, but 'LoadAsync' in 'WriteLetterAsync' is not known to be safe to do for several items at once
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Clinic;

public interface IRecordRepository
{
    Task<string> LoadAsync(int patient, CancellationToken cancellationToken);
}

public sealed class LetterService
{
    private readonly IChatClient _chat;
    private readonly IRecordRepository _records;

    public LetterService(IChatClient chat, IRecordRepository records)
    {
        _chat = chat;
        _records = records;
    }

    public async Task<Dictionary<int, string>> WriteAsync(IReadOnlyList<int> patients, CancellationToken cancellationToken)
    {
        var letters = new Dictionary<int, string>();
        foreach (var patient in patients)
        {
            letters[patient] = await /*BM0010*//*why*/WriteLetterAsync(patient, cancellationToken);
        }

        return letters;
    }

    private async Task<string> WriteLetterAsync(int patient, CancellationToken cancellationToken)
    {
        var record = await /*why*/_records.LoadAsync(patient, cancellationToken);
        var response = await _chat.GetResponseAsync("A letter for the record: " + record, cancellationToken: cancellationToken);
        return response.Text;
    }
}
