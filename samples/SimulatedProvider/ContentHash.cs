using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SimulatedProvider;

/// <summary>A hash of a request's messages that is the same in every process, and random draws that depend on nothing else.</summary>
internal sealed class ContentHash
{
    private readonly byte[] _digest;

    private ContentHash(byte[] digest)
    {
        _digest = digest;
        Text = Convert.ToHexStringLower(digest.AsSpan(0, 12));
    }

    /// <summary>24 hexadecimal digits.</summary>
    public string Text { get; }

    public static ContentHash Of(ChatRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var message in request.Messages)
        {
            Append(message.Role, length);
            Append(message.Text, length);
        }

        return new ContentHash(hash.GetHashAndReset());

        // The length goes first, so that moving text from one message to the next gives another hash.
        void Append(string text, Span<byte> length)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }

    /// <summary>A number in [0, 1) for a seed, a purpose and an attempt, evenly distributed over contents.</summary>
    public double Draw(int seed, int purpose, int attempt)
    {
        Span<byte> input = stackalloc byte[_digest.Length + (3 * sizeof(int))];
        _digest.CopyTo(input);
        var tail = input[_digest.Length..];
        BinaryPrimitives.WriteInt32LittleEndian(tail, seed);
        BinaryPrimitives.WriteInt32LittleEndian(tail[4..], purpose);
        BinaryPrimitives.WriteInt32LittleEndian(tail[8..], attempt);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, digest);
        // 53 bits are what a double holds exactly.
        return (BinaryPrimitives.ReadUInt64LittleEndian(digest) >> 11) * Math.Pow(2, -53);
    }
}
