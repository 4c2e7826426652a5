using System.Security.Cryptography;

namespace BatchMigrate.Checkpointing;

/// <summary>The identity of a request: a hash of everything that decides its answer.</summary>
internal static class ContentHash
{
    /// <summary>Hashes parts with their lengths, so that no two lists of parts look alike.</summary>
    internal static string Of(IEnumerable<BinaryData> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.ToMemory().Length));
            hash.AppendData(part.ToMemory().Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset(), 0, 16);
    }
}
