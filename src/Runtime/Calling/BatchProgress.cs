namespace BatchMigrate;

/// <summary>How far a batch is. Counts never go down from one report to the next, except <see cref="InFlight"/>.</summary>
/// <param name="Total">The number of items; null while the source does not say and has not ended.</param>
/// <param name="Completed">Items that have ended: with a response, with an error, or because they needed no request.</param>
/// <param name="Failed">Those of them that ended with an error.</param>
/// <param name="Skipped">Those of them that needed no request.</param>
/// <param name="InFlight">Requests that have been started and have not ended.</param>
/// <param name="Elapsed">The time since the batch began.</param>
/// <param name="IsFinal">Whether this is the last report of the batch, after its last item, a cancellation or a failure of the source.</param>
public readonly record struct BatchProgress(int? Total, int Completed, int Failed, int Skipped, int InFlight, TimeSpan Elapsed, bool IsFinal);
