// B02 A field that is counted after the call and stands in the next prompt
// verdict: blocked
// blocker: '_done' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but '_done' is changed on line 22 after the call and needed on line 20 before the next one
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Reports;

public sealed class SectionWriter
{
    private readonly IChatClient _chat;
    private int _done;

    public SectionWriter(IChatClient chat) => _chat = chat;

    public async Task<List<string>> WriteAsync(IReadOnlyList<string> headings, CancellationToken cancellationToken)
    {
        var sections = new List<string>();
        foreach (var heading in headings)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync($"Section {/*why*/_done + 1} of {headings.Count}: {heading}", cancellationToken: cancellationToken);
            sections.Add(response.Text);
            /*why*/_done++;
        }

        return sections;
    }
}
