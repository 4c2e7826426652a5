using BatchMigrate.Cost;
using BatchMigrate.Engine;

namespace BatchMigrate.Comparing;

/// <summary>
/// Measures one model after another, each with a batch of its own, so that what stops one (a key that is not accepted) does not stop the others, and a local server holds one model at a time.
/// </summary>
internal sealed class ComparisonRun(ComparedModel[] models, string[] prompts, int runs, ComparisonOptions options, BatchOptions given, CancellationToken cancellationToken)
{
    private readonly int _requests = checked(runs * prompts.Length);
    private readonly ComparisonProgress? _progress = given.Progress is { } progress ? new ComparisonProgress(progress, checked(runs * prompts.Length * models.Length), given.TimeProvider) : null;
    private readonly CostGuard? _costs = given.MaxCost is { } most ? new CostGuard(most) : null;
    private readonly List<ModelFigures> _measured = [];

    internal async Task<ModelComparison> RunAsync()
    {
        var began = given.TimeProvider.GetTimestamp();
        try
        {
            foreach (var model in models)
            {
                await MeasureAsync(model).ConfigureAwait(false);
                _progress?.NextModel();
            }

            return new ModelComparison(_measured, given.TimeProvider.GetElapsedTime(began));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ComparisonCanceledException(new ModelComparison(_measured, given.TimeProvider.GetElapsedTime(began)), cancellationToken);
        }
        finally
        {
            _progress?.Finish();
        }
    }

    private async Task MeasureAsync(ComparedModel model)
    {
        ModelRun? warmUp = null;
        if (options.WarmUp && prompts.Length > 0)
        {
            var batch = await SendAsync(model, requests: 1, progress: null).ConfigureAwait(false);
            warmUp = RunOf(model, batch[0]);
        }

        try
        {
            var batch = await SendAsync(model, _requests, _progress).ConfigureAwait(false);
            Add(model, batch, warmUp, batch.StoppedBy);
        }
        catch (BatchCanceledException<ModelAnswer> e)
        {
            Add(model, e.Partial.Where(static item => item.Error is not OperationCanceledException), warmUp, e.Partial.StoppedBy);
            throw;
        }
    }

    private Task<BatchResult<ModelAnswer>> SendAsync(ComparedModel model, int requests, IProgress<BatchProgress>? progress)
    {
        var batchOptions = new BatchOptions(given) { MaxConcurrency = given.GivenConcurrency ?? 1, Progress = progress, SharedCosts = _costs };
        return BatchEngine.RunAsync(Enumerable.Range(0, requests), new ComparisonStep(model, prompts, options.Stream, given.TimeProvider), batchOptions, cancellationToken);
    }

    private void Add(ComparedModel model, IEnumerable<BatchItem<ModelAnswer>> items, ModelRun? warmUp, Exception? stoppedBy) =>
        _measured.Add(new ModelFigures(model.Name, [.. items.Select(item => RunOf(model, item))], warmUp, stoppedBy));

    private ModelRun RunOf(ComparedModel model, BatchItem<ModelAnswer> item) => new(model.Name, item.Index / prompts.Length, item.Index % prompts.Length, item, given);
}
