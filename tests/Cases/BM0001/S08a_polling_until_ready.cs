// S08 Polling with a delay until the answer says that the job is ready
// verdict: silent
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Deployments;

public sealed class DeploymentWatcher(IChatClient opsAssistant)
{
    public async Task<bool> WaitAsync(string deployment, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 60; i++)
        {
            var status = await opsAssistant.GetResponseAsync($"Use the tool to read the status of {deployment}. Answer RUNNING or READY.", cancellationToken: cancellationToken);
            if (status.Text.Contains("READY", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
        }

        return false;
    }
}
