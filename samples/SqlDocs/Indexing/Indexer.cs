using System.ClientModel;
using System.Numerics.Tensors;
using BatchMigrate;
using OpenAI.Chat;
using SqlDocs.Storing;

namespace SqlDocs.Indexing;

/// <summary>
/// Describes what is pending, many requests at a time, and embeds the descriptions, many in a request. What is in memory is what is under way, however large the database: items come from the
/// store a page at a time, and go back as soon as they have ended.
/// </summary>
/// <param name="store">The items.</param>
/// <param name="provider">The models.</param>
/// <param name="options">How many at a time.</param>
/// <param name="budget">What it may cost.</param>
/// <param name="progress">Hears how far the descriptions are.</param>
internal sealed class Indexer(DocumentStore store, Provider provider, RunOptions options, Budget budget, IProgress<BatchProgress>? progress)
{
    private Exception? _stoppedBy;
    private long _waiting;

    /// <summary>Brings every pending item to its end.</summary>
    /// <returns>Why items were not reached; null where all have ended.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        store.BeginRun();
        try
        {
            for (var lap = store.LapAfter(-1); lap is { } number; lap = store.LapAfter(number))
            {
                await RunLapAsync(number, cancellationToken);
                while (_stoppedBy is BatchStoppedException { Reason: BatchStopReason.Cost })
                {
                    budget.GoOn();
                    await RunLapAsync(number, cancellationToken);
                }

                if (_stoppedBy is not null)
                {
                    return $"The provider refused all further requests: {Describe(_stoppedBy)}.";
                }
            }
        }
        catch (BudgetException e)
        {
            return e.Message;
        }

        store.DeleteAnswers();
        return null;
    }

    /// <summary>
    /// A lap is described in one stream, so that no batch waits for its slowest answer, and embedded a batch at a time. Its answers are kept in files as well, from the moment they arrive: a
    /// process that is killed finds there what it had not yet taken. They are small because they are a lap's, and deleted with it.
    /// </summary>
    private async Task RunLapAsync(long lap, CancellationToken cancellationToken)
    {
        _stoppedBy = null;
        _waiting = store.Read(ItemState.Described, lap).LongCount();
        var (descriptions, vectors) = store.AnswersOf(lap);
        await EmbedAsync(lap, vectors, atLeast: options.PackSize, cancellationToken);
        if (_stoppedBy is null)
        {
            var sending = provider.Sending(descriptions, budget.Left, progress);
            await foreach (var (item, answer) in provider.Chat.CompleteBatchStreamingAsync(store.Read(ItemState.Found, lap), Provider.Question, provider.ChatOptions, sending, cancellationToken))
            {
                Settle(item, answer);
                await EmbedAsync(lap, vectors, atLeast: options.PackSize, cancellationToken);
            }
        }

        await EmbedAsync(lap, vectors, atLeast: 1, cancellationToken);
        if (_stoppedBy is null)
        {
            File.Delete(descriptions);
            File.Delete(vectors);
        }
    }

    private void Settle(DocumentItem item, BatchItem<ClientResult<ChatCompletion>> answer)
    {
        Pay(answer.FromCheckpoint ? null : answer.Cost);
        if (WasStopped(answer.Error, answer.Attempts))
        {
            return;
        }

        if (!answer.Succeeded)
        {
            store.Fail(item, $"No description: {Describe(answer.Error!)}");
            return;
        }

        var completion = answer.Response.Value;
        var text = string.Concat(completion.Content.Select(part => part.Text)).Trim();
        if (text.Length == 0)
        {
            store.Fail(item, $"No description: the model gave none ({completion.FinishReason})");
            return;
        }

        store.Describe(item, text);
        _waiting++;
    }

    /// <summary>Embeds what is described, a batch at a time, while there is enough of it.</summary>
    private async Task EmbedAsync(long lap, string checkpoint, int atLeast, CancellationToken cancellationToken)
    {
        while (_waiting >= atLeast && _stoppedBy is null)
        {
            var batch = store.Read(ItemState.Described, lap).Take(options.PackSize).ToList();
            // One request. A pack that fails is sent again in halves, down to single documents, so that one that is refused takes no other with it.
            var result = await provider.Embeddings.EmbedBatchAsync(batch, item => item.Document, provider.EmbeddingOptions, provider.Sending(checkpoint, budget.Left), cancellationToken);
            var documents = new List<(DocumentItem, ReadOnlyMemory<float>)>();
            foreach (var (item, answer) in batch.Zip(result))
            {
                Pay(answer.FromCheckpoint ? null : answer.Cost);
                if (WasStopped(answer.Error, answer.Attempts))
                {
                    continue;
                }

                _waiting--;
                if (!answer.Succeeded)
                {
                    store.Fail(item, $"No vector: {Describe(answer.Error!)}");
                }
                else if (answer.Response.Value.ToFloats() is var vector && TensorPrimitives.Norm(vector.Span) is > 0 and < float.PositiveInfinity)
                {
                    documents.Add((item, vector));
                }
                else
                {
                    store.Fail(item, "No vector: that of the provider has no direction");
                }
            }

            store.Index(documents);
        }
    }

    private void Pay(decimal? cost) => budget.Spend(cost);

    /// <summary>Whether an item was not sent, because nothing was sent any more. It stays as it is.</summary>
    private bool WasStopped(Exception? error, int attempts)
    {
        if (error is null || attempts > 0)
        {
            return false;
        }

        _stoppedBy = error;
        return true;
    }

    // Never the exception's own message: a provider may repeat what it was asked in it.
    private static string Describe(Exception error) => error switch
    {
        ClientResultException { Status: > 0 } answered => FormattableString.Invariant($"the provider answered {answered.Status}"),
        TimeoutException => "the provider took too long",
        _ => "the provider gave no answer that could be used",
    };
}
