namespace BatchMigrate.Limiting;

/// <summary>Asks an estimator that may be anybody's: what it throws must not cost an answer.</summary>
internal sealed class TokenGuess(ITokenEstimator estimator)
{
    internal TokenEstimate Estimate(TokenRequest size)
    {
        try
        {
            return estimator.Estimate(size);
        }
        catch (Exception)
        {
            // The reply corrects it.
            return CalibratingTokenEstimator.Shared.Estimate(size);
        }
    }

    internal void Learn(TokenRequest size, BatchUsage usage)
    {
        try
        {
            estimator.Learn(size, usage);
        }
        catch (Exception)
        {
            // The answer is there, and is worth more than what could have been learned from it.
        }
    }
}
