using System.Globalization;
using System.Numerics.Tensors;

namespace PatternStore;

/// <summary>Says whether a vector can be stored and compared.</summary>
internal static class PatternVector
{
    /// <summary>What is wrong with a vector, or null.</summary>
    public static string? Mistake(ReadOnlySpan<float> vector, int dimensions) =>
        vector.Length != dimensions ? string.Create(CultureInfo.InvariantCulture, $"The vector has {vector.Length} dimensions, and those of the store have {dimensions}.")
        : TensorPrimitives.Norm(vector) is not (> 0 and < float.PositiveInfinity) ? "The vector has no direction: its length is zero or no number."
        : null;
}
