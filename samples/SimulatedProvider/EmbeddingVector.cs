using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SimulatedProvider;

/// <summary>
/// The embedding that the provider gives for a text: a function of the text and nothing else, so that a test can tell whose it is. Texts that share words are near each other, so
/// that a search finds something; what the words mean it does not know.
/// </summary>
public static partial class EmbeddingVector
{
    // Enough to tell "a b" from "b a", too little to hide the words.
    private const double WeightOfText = 1;

    // Long words say more of what a text is about than short ones.
    private const int HeaviestWord = 8;

    private static readonly double Scale = Math.Pow(2, -63);

    /// <summary>Makes the vector for a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dimensions">Its number of dimensions, positive.</param>
    /// <returns>A vector of length one. Fewer dimensions are the first ones of more, made longer.</returns>
    public static float[] Of(string text, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        var values = new double[dimensions];
        Add(values, text, WeightOfText);
        foreach (var word in Words().Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal))
        {
            Add(values, word, Math.Min(word.Length, HeaviestWord));
        }

        var length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (float)(value / length))];
    }

    private static void Add(double[] values, string text, double weight)
    {
        var state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += weight * ((Next(ref state) * Scale) - 1);
        }
    }

    // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    // Letters or digits in a row; a capital inside begins another word, as names in code have them.
    [GeneratedRegex(@"\p{Lu}?[\p{L}\p{Nd}-[\p{Lu}]]+|\p{Lu}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
