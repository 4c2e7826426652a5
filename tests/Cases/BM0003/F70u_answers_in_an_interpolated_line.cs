// F70u The helper's result in an interpolated string, appended to a StringBuilder, with a running number
// verdict: fixed
// message: 'PhraseAsync' is called for one item at a time; 'PhraseBatchAsync' sends them together
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Minutes;

public sealed class MinutesWriter(IChatClient chat)
{
    public async Task<string> WriteAsync(IEnumerable<string> points, CancellationToken cancellationToken)
    {
        var builder = new StringBuilder();
        var number = 0;
        foreach (var point in points)
        {
            number++;
            builder.AppendLine(CultureInfo.InvariantCulture, $"{number}. {await /*BM0003*/PhraseAsync(point, cancellationToken)}");
        }

        return builder.ToString();
    }

    private async Task<string> PhraseAsync(string point, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Phrase for the minutes: " + point, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
Log(await new MinutesWriter(chat).WriteAsync(["roof leaks", "new keys", "summer party"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Minutes;

public sealed class MinutesWriter(IChatClient chat)
{
    public async Task<string> WriteAsync(IEnumerable<string> points, CancellationToken cancellationToken)
    {
        var builder = new StringBuilder();
        var number = 0;
        var batch = await PhraseBatchAsync(points, cancellationToken);
        foreach (var item in batch)
        {
            number++;
            builder.AppendLine(CultureInfo.InvariantCulture, $"{number}. {item.Response}");
        }

        return builder.ToString();
    }

    private async Task<BatchResult<string>> PhraseBatchAsync(IEnumerable<string> points, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(points, point => "Phrase for the minutes: " + point, cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
