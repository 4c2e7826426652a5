// S72a The helper calls itself for the children of its argument
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Outline;

public sealed class Node(string heading)
{
    public string Heading { get; } = heading;

    public List<Node> Children { get; } = new();

    public string? Summary { get; set; }
}

public sealed class TreeSummariser(IChatClient chat)
{
    public async Task SummariseAsync(Node node, CancellationToken cancellationToken)
    {
        foreach (var child in node.Children)
        {
            await SummariseAsync(child, cancellationToken);
        }

        var parts = string.Join('\n', node.Children.ConvertAll(child => child.Summary));
        var response = await chat.GetResponseAsync($"Summarise '{node.Heading}':\n{parts}", cancellationToken: cancellationToken);
        node.Summary = response.Text;
    }
}
