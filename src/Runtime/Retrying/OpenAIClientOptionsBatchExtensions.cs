using System.ClientModel.Primitives;
using BatchMigrate.Retrying;
using OpenAI;

namespace BatchMigrate;

/// <summary>Prepares clients of the OpenAI library for batches.</summary>
public static class OpenAIClientOptionsBatchExtensions
{
    /// <summary>
    /// Leaves the retries of a batch's calls to the batch, which knows what all of its items are waiting for, and lets it read every response's headers, also through wrappers such as
    /// <c>AsIChatClient()</c>. Calls outside of a batch keep the options' retry policy; where there is none they get the library's three retries with its exponential back-off.
    /// </summary>
    /// <param name="options">Options that no client has been made from yet. Set <see cref="ClientPipelineOptions.RetryPolicy"/> before, not after.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A client has been made from the options already.</exception>
    public static OpenAIClientOptions UseBatchMigrate(this OpenAIClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.RetryPolicy is BatchRetryPolicy)
        {
            return options;
        }

        options.RetryPolicy = new BatchRetryPolicy(options.RetryPolicy ?? new ClientRetryPolicy(3));
        options.AddPolicy(new BatchReadingPolicy(), PipelinePosition.PerTry);
        AttemptScope.Use();
        return options;
    }
}
