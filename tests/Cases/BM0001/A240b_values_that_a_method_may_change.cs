// A240b Values of value types, and of types with well-known names, that hold something which can be changed
// verdict: blocked
// blocker: may change
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 46 may change 'version', which line 45 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 56 may change 'shape', which line 55 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 66 may change 'row', which line 65 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 76 may change 'plot', which line 75 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 86 may change 'pair', which line 85 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 96 may change 'row', which line 95 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 106 may change 'parts', which line 105 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 116 may change 'tool', which line 115 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 126 may change 'tool', which line 125 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 136 may change 'sizes', which line 135 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 146 may change 'sizes', which line 145 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 156 may change 'sizes', which line 155 needs before the next call
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orchards;

public sealed class Version
{
    public int Major { get; set; }
}

public sealed class Regex
{
    public string Pattern { get; set; } = "";
}

public readonly struct Row(List<string> trees)
{
    public List<string> Trees { get; } = trees;

    public override string ToString() => string.Join(", ", Trees);
}

public readonly struct Plot(Row row)
{
    public Row Row { get; } = row;

    public override string ToString() => Row.ToString();
}

public interface IGardener
{
    void Tend(params object?[] values);
}

public sealed class Orchard(IChatClient chat, IGardener gardener, List<string> notes)
{
    public async Task VersionedAsync(IReadOnlyList<string> apples, Version version)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/version);
            /*why*/gardener.Tend(version);
            notes.Add(response.Text);
        }
    }

    public async Task ShapedAsync(IReadOnlyList<string> apples, Regex shape)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/shape);
            /*why*/gardener.Tend(shape);
            notes.Add(response.Text);
        }
    }

    public async Task RowedAsync(IReadOnlyList<string> apples, Row row)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/row);
            /*why*/gardener.Tend(row);
            notes.Add(response.Text);
        }
    }

    public async Task PlottedAsync(IReadOnlyList<string> apples, Plot plot)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/plot);
            /*why*/gardener.Tend(plot);
            notes.Add(response.Text);
        }
    }

    public async Task PairedAsync(IReadOnlyList<string> apples, (int Size, StringBuilder Text) pair)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/pair);
            /*why*/gardener.Tend(pair);
            notes.Add(response.Text);
        }
    }

    public async Task PerhapsAsync(IReadOnlyList<string> apples, Row? row)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/row);
            /*why*/gardener.Tend(row);
            notes.Add(response.Text);
        }
    }

    public async Task SlicedAsync(IReadOnlyList<string> apples, ReadOnlyMemory<StringBuilder> parts)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/parts);
            /*why*/gardener.Tend(parts);
            notes.Add(response.Text);
        }
    }

    public async Task AnyAsync<T>(IReadOnlyList<string> apples, T tool)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/tool);
            /*why*/gardener.Tend(tool);
            notes.Add(response.Text);
        }
    }

    public async Task ObjectAsync(IReadOnlyList<string> apples, object tool)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/tool);
            /*why*/gardener.Tend(tool);
            notes.Add(response.Text);
        }
    }

    public async Task ListedAsync(IReadOnlyList<string> apples, Array sizes)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/sizes);
            /*why*/gardener.Tend(sizes);
            notes.Add(response.Text);
        }
    }

    public async Task GrownAsync(IReadOnlyList<string> apples, int[] sizes)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/string.Join(", ", sizes));
            /*why*/gardener.Tend(sizes);
            notes.Add(response.Text);
        }
    }

    public async Task LookedAtAsync(IReadOnlyList<string> apples, IEnumerable<int> sizes)
    {
        foreach (var apple in apples)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(apple + /*why*/string.Join(", ", sizes));
            /*why*/gardener.Tend(sizes);
            notes.Add(response.Text);
        }
    }
}
