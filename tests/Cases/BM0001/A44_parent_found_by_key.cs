// A44 The parent of an item is found in a dictionary that holds the items
// verdict: silent
// why: the prompt reads the label that the parent got from its own answer
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Node
{
    public int Id { get; init; }

    public int ParentId { get; init; }

    public string Label { get; set; } = "";
}

public static class TreeLabels
{
    public static async Task LabelAsync(IChatClient chat, IReadOnlyList<Node> topDown, IReadOnlyDictionary<int, Node> byId)
    {
        foreach (var node in topDown)
        {
            var parent = byId[node.ParentId];
            var response = await chat.GetResponseAsync($"Label child {node.Id} of '{parent.Label}'");
            node.Label = response.Text;
        }
    }
}
