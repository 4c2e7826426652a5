// A150b The answer goes into the last one of a copy, which is one of the items
// verdict: silent
// why: a copied list holds the same objects, and the last item's prompt names its remark
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Exhibit(string name)
{
    public string Name { get; } = name;

    public string Remark { get; set; } = "";
}

public sealed class Tour(IChatClient chat)
{
    public async Task WalkAsync(List<Exhibit> exhibits)
    {
        var route = exhibits.ToList();
        for (var i = 0; i < exhibits.Count; i++)
        {
            var response = await chat.GetResponseAsync($"Introduce {exhibits[i].Name}. {exhibits[i].Remark}");
            route.Last().Remark = response.Text;
        }
    }
}
