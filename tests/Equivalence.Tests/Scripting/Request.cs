namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>One request as the provider would see it.</summary>
/// <param name="Key">Messages and options, written out.</param>
/// <param name="LastText">The text of the last message.</param>
/// <param name="CanBeCanceled">Whether the call was given a token that can be cancelled.</param>
internal sealed record Request(string Key, string LastText, bool CanBeCanceled)
{
    /// <summary>A number that depends on nothing but the key (FNV-1a), so that answers are the same in every run.</summary>
    public uint Hash { get; } = Fnv(Key);

    private static uint Fnv(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
