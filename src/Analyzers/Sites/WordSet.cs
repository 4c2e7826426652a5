namespace BatchMigrate.Analyzers.Sites;

/// <summary>Words that are found in a text without a string being made of each of its words.</summary>
internal sealed class WordSet
{
    private readonly Dictionary<int, string[]> byHash;

    public WordSet(IEnumerable<string> words) => byHash = words.Distinct(StringComparer.Ordinal).GroupBy(static w => Hash(w, 0, w.Length)).ToDictionary(static g => g.Key, static g => g.ToArray());

    /// <summary>The word of the set that stands at a place of a text; null where another one does.</summary>
    public string? Find(string text, int start, int length)
    {
        if (byHash.TryGetValue(Hash(text, start, length), out var alike))
        {
            foreach (var word in alike)
            {
                if (word.Length == length && string.CompareOrdinal(text, start, word, 0, length) == 0)
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>FNV-1a, over characters.</summary>
    private static int Hash(string text, int start, int length)
    {
        var hash = 2166136261;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash ^ text[i]) * 16777619;
        }

        return (int)hash;
    }
}
