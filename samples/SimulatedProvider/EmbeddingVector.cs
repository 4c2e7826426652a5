using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SimulatedProvider;

/// <summary>The embedding that the provider gives for a text: a function of the text and nothing else, so that a test can tell whose it is.</summary>
public static class EmbeddingVector
{
    /// <summary>Makes the vector for a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dimensions">Its number of dimensions, positive.</param>
    /// <returns>A vector of length one. Fewer dimensions are the first ones of more, made longer.</returns>
    public static float[] Of(string text, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        var state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var values = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            values[i] = (Next(ref state) * Math.Pow(2, -63)) - 1;
        }

        var length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (float)(value / length))];
    }

    // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
