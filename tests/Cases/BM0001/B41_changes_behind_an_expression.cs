// B41 What an operator, a constructor, a conversion or a method group changes is seen behind it
// verdict: blocked
// blocker: changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'Operations' is changed on line 61 before the call and used on line 63 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Operations' is changed on line 72 before the call and used on line 74 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Operations' is changed on line 82 before the call and used on line 84 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Operations' is changed on line 93 before the call and used on line 95 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Operations' is changed on line 103 before the call and used on line 105 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Made' is changed on line 113 before the call and used on line 115 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_cleaned' is changed on line 123 before the call and used on line 125 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'size' is changed on line 134 before the call and used on line 136 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'the file system' is changed on line 151 after the call and needed on line 145 before the next one
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledgers;

public sealed class Sum(int value)
{
    public static int Operations;

    public int Value { get; } = value;

    public static Sum operator +(Sum a, Sum b)
    {
        Operations++;
        return new Sum(a.Value + b.Value);
    }

    public static Sum operator -(Sum a)
    {
        Operations++;
        return new Sum(-a.Value);
    }

    public static Sum operator ++(Sum a)
    {
        Operations++;
        return new Sum(a.Value + 1);
    }

    public static implicit operator string(Sum a)
    {
        Operations++;
        return "Sum " + a.Value;
    }
}

public sealed class Entry
{
    public static int Made;

    public Entry(string text)
    {
        Made++;
        Text = text;
    }

    public string Text { get; }
}

public sealed class Ledger(IChatClient chat, List<string> notes)
{
    private int _cleaned;

    public async Task AddedAsync(IReadOnlyList<Sum> sums)
    {
        foreach (var sum in sums)
        {
            var twice = /*why*/sum + sum;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + twice.Value);
            notes.Add(response.Text + /*why*/Sum.Operations);
        }
    }

    public async Task AddedInPlaceAsync(IReadOnlyList<Sum> sums)
    {
        foreach (var sum in sums)
        {
            var twice = sum;
            /*why*/twice += sum;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + twice.Value);
            notes.Add(response.Text + /*why*/Sum.Operations);
        }
    }

    public async Task NegatedAsync(IReadOnlyList<Sum> sums)
    {
        foreach (var sum in sums)
        {
            var negative = /*why*/-sum;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + negative.Value);
            notes.Add(response.Text + /*why*/Sum.Operations);
        }
    }

    public async Task CountedUpAsync(IReadOnlyList<Sum> sums)
    {
        foreach (var sum in sums)
        {
            var next = sum;
            /*why*/next++;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + next.Value);
            notes.Add(response.Text + /*why*/Sum.Operations);
        }
    }

    public async Task ConvertedAsync(IReadOnlyList<Sum> sums)
    {
        foreach (var sum in sums)
        {
            string text = /*why*/sum;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + text);
            notes.Add(response.Text + /*why*/Sum.Operations);
        }
    }

    public async Task MadeAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var entry = /*why*/new Entry(text);
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + entry.Text);
            notes.Add(response.Text + /*why*/Entry.Made);
        }
    }

    public async Task CleanedAsync(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            var clean = row.Select(/*why*/Clean).ToList();
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + string.Join(", ", clean));
            notes.Add(response.Text + /*why*/_cleaned);
        }
    }

    public async Task TakenApartAsync(IReadOnlyList<(string Name, int Size)> parts)
    {
        var size = 0;
        foreach (var part in parts)
        {
            (var name, /*why*/size) = part;
            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + name);
            notes.Add(response.Text + /*why*/size);
        }
    }

    public async Task ReadAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            string last;
            using (var reader = /*why*/new StreamReader("last.txt"))
            {
                last = reader.ReadToEnd();
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Explain " + text + last);
            /*why*/File.WriteAllText("last.txt", response.Text);
        }
    }

    private string Clean(string text)
    {
        _cleaned++;
        return text.Trim();
    }
}
