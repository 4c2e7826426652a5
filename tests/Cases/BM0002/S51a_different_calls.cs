// S51 Two different questions that are asked together are no repetition
// verdict: silent
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Profiles;

public sealed class ProfileService(IChatClient chat)
{
    public async Task<(string Summary, string Title)> DescribeAsync(string text, CancellationToken cancellationToken)
    {
        var summary = chat.GetResponseAsync($"Summarise: {text}", cancellationToken: cancellationToken);
        var title = chat.GetResponseAsync($"A title for: {text}", cancellationToken: cancellationToken);
        await Task.WhenAll(summary, title);
        return (summary.Result.Text, title.Result.Text);
    }
}
