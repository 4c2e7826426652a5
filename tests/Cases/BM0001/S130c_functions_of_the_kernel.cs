// S130c The model may call functions of the program, as settings in a local and in a field say
// verdict: silent
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace Garden;

public sealed class Gardener(IChatCompletionService service, Kernel kernel)
{
    private readonly OpenAIPromptExecutionSettings settings = new() { ToolCallBehavior = ToolCallBehavior.AutoInvokeKernelFunctions };

    public async Task<List<string?>> TendAsync(string[] orders)
    {
        var reports = new List<string?>();
        foreach (var order in orders)
        {
            reports.Add((await service.GetChatMessageContentAsync(order, settings, kernel)).Content);
        }

        return reports;
    }

    public async Task<List<string>> PlanAsync(string[] beds)
    {
        var behavior = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var plans = new List<string>();
        foreach (var bed in beds)
        {
            plans.Add((await kernel.InvokePromptAsync($"Water {bed}", new KernelArguments(behavior))).ToString());
        }

        return plans;
    }
}
