// S05 The conversation id is kept in a state record that is replaced after each answer
// verdict: silent
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Workflow;

public sealed record WorkflowState(string? ConversationId, ImmutableArray<string> Outputs);

public sealed class StepRunner(IChatClient chat)
{
    public async Task<WorkflowState> RunAsync(ImmutableArray<string> steps)
    {
        var state = new WorkflowState(null, []);
        foreach (var step in steps)
        {
            var response = await chat.GetResponseAsync(step, OptionsFor(state));
            state = state with { ConversationId = response.ConversationId, Outputs = state.Outputs.Add(response.Text) };
        }

        return state;
    }

    private static ChatOptions OptionsFor(WorkflowState state) => new() { ConversationId = state.ConversationId, Temperature = 0 };
}
