namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>The generator's own random numbers (SplitMix64, by Steele, Lea and Flood), so that a seed means the same program on every framework.</summary>
/// <param name="seed">Where they begin.</param>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The numbers of one program out of many: neighbours have nothing in common.</summary>
    public static Dice Of(ulong seed, int number) => new(new Dice(new Dice(seed).Next() + (ulong)number).Next());

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from zero, below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>Whether something happens that happens so many times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
