// A240h Buffers and dictionaries that static and instance methods of the library write into
// verdict: blocked
// blocker: changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'rows' is changed on line 21 before the call and used on line 23 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 31 before the call and used on line 33 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 41 before the call and used on line 43 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 51 before the call and used on line 53 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 61 before the call and used on line 63 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 71 before the call and used on line 73 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'rows' is changed on line 81 before the call and used on line 83 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 91 before the call and used on line 93 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_tiles' is changed on line 101 before the call and used on line 103 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 111 before the call and used on line 113 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 121 before the call and used on line 123 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_colours' is changed on line 131 before the call and used on line 133 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_colours' is changed on line 141 before the call and used on line 143 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_colours' is changed on line 151 before the call and used on line 153 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_names' is changed on line 161 before the call and used on line 163 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 172 before the call and used on line 174 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 183 before the call and used on line 185 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 194 before the call and used on line 196 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 205 before the call and used on line 207 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 216 before the call and used on line 218 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_letters' is changed on line 226 before the call and used on line 228 when later items have already changed it again
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Mosaics;

public sealed class Mosaic(IChatClient chat, List<string> notes)
{
    private readonly byte[] _tiles = new byte[16];
    private readonly char[] _letters = new char[16];
    private readonly Dictionary<string, int> _colours = [];
    private readonly List<string> _names = [];

    public async Task BlockedAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/Buffer.BlockCopy(row, 0, _tiles, 0, row.Length);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task FilledAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/System.Security.Cryptography.RandomNumberGenerator.Fill(_tiles);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task ReversedAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/MemoryExtensions.Reverse(_tiles.AsSpan());
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task OrderedAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/_tiles.AsSpan().Sort();
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task DrawnAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/draw.NextBytes(_tiles);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task EncodedAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/Encoding.UTF8.GetBytes("ab", 0, 2, _tiles, 0);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task PulledAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/row.CopyTo(_tiles.AsMemory());
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task DecodedAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/Convert.TryFromBase64String("aaaa", _tiles, out _);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task WrittenAsync(IReadOnlyList<byte[]> rows, Random draw)
    {
        foreach (var row in rows)
        {
            /*why*/System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian(_tiles, 7);
            var response = await /*BM0010*/chat.GetResponseAsync("Lay " + _tiles[0]);
            notes.Add(response.Text + /*why*/_tiles[1]);
        }
    }

    public async Task SpelledAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/text.CopyTo(_letters);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[1]);
            notes.Add(response.Text + /*why*/_letters[1]);
        }
    }

    public async Task TriedToSpellAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            _ = /*why*/text.TryCopyTo(_letters);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[1]);
            notes.Add(response.Text + /*why*/_letters[1]);
        }
    }

    public async Task ColouredAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/_colours.TryAdd(text, 3);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _colours.Count);
            notes.Add(response.Text + /*why*/_colours.Count);
        }
    }

    public async Task ExtendedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/CollectionExtensions.TryAdd(_colours, text, 4);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _colours.Count);
            notes.Add(response.Text + /*why*/_colours.Count);
        }
    }

    public async Task RemovedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/CollectionExtensions.Remove(_colours, text, out _);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _colours.Count);
            notes.Add(response.Text + /*why*/_colours.Count);
        }
    }

    public async Task RangedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/_names.AddRange(text, text);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _names.Count);
            notes.Add(response.Text + /*why*/_names.Count);
        }
    }

    public async Task ViewedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            _names.AsReadOnly();
            /*why*/_letters.AsSpan().Clear();
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[0]);
            notes.Add(response.Text + /*why*/_letters[0]);
        }
    }

    public async Task SlicedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var part = new ArraySegment<char>(_letters, 0, 4);
            /*why*/part[0] = text[0];
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[0]);
            notes.Add(response.Text + /*why*/_letters[0]);
        }
    }

    public async Task WindowedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var part = _letters.AsMemory();
            /*why*/part.Span[0] = text[0];
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[0]);
            notes.Add(response.Text + /*why*/_letters[0]);
        }
    }

    public async Task HeldAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var part = new Memory<char>(_letters);
            /*why*/part.Span.Fill(text[0]);
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[0]);
            notes.Add(response.Text + /*why*/_letters[0]);
        }
    }

    public async Task SegmentedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var part = new ArraySegment<char>(_letters, 0, 4);
            /*why*/part.Array![0] = text[0];
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[0]);
            notes.Add(response.Text + /*why*/_letters[0]);
        }
    }

    public async Task SpannedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/_letters.AsSpan(1)[0] = text[0];
            var response = await /*BM0010*/chat.GetResponseAsync("Spell " + text + _letters[1]);
            notes.Add(response.Text + /*why*/_letters[1]);
        }
    }
}
