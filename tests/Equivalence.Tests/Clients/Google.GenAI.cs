using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.GenAI;
using Google.GenAI.Types;

namespace Scripted;

public static class ScriptedGemini
{
    public static Client Make(Func<string, CancellationToken, Task<string>> ask) => new(new Models(async (model, contents, config, token) =>
    {
        var request = $"{model} {config?.Temperature}\n" + string.Join('\n', contents.Select(c => c.Role + ": " + string.Concat(c.Parts!.Select(p => p.Text))));
        return new GenerateContentResponse { Candidates = [new Candidate { Content = new Content { Role = "model", Parts = [Part.FromText(await ask(request, token))] } }] };
    }));
}
