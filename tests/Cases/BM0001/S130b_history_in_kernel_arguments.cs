// S130b A history inside the arguments of a prompt template
// verdict: silent
// uses: Microsoft.SemanticKernel
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Interviews;

public sealed class Interviewer(Kernel kernel)
{
    public async Task<string> HoldAsync(string[] questions)
    {
        var history = "";
        foreach (var question in questions)
        {
            var arguments = new KernelArguments { ["history"] = history, ["question"] = question };
            var answer = await kernel.InvokePromptAsync("{{$history}} Candidate, {{$question}}", arguments);
            history += $"\n{question}\n{answer}";
        }

        return history;
    }
}
