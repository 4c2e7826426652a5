using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Random items, packs, answers and failures, each from its seed: every item is accounted for exactly once and has its own answer or its own error.</summary>
public class PackBatchChaosTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_item_is_accounted_for_exactly_once(int seed)
    {
        var random = new Random(seed);
        var kinds = "ok ok ok ok ok ok ok ok ok null prepare 400 500 out twice cut prose never alone".Split(' ');
        var calm = random.Next(3) == 0;
        string?[] items = [.. Enumerable.Range(0, random.Next(0, 250)).Select(i => $"{(calm && random.Next(20) > 0 ? "ok" : kinds[random.Next(kinds.Length)])} {random.Next(200)}")];
        items = [.. items.Select(item => Kind(item!) == "null" ? null : item)];
        var (counted, gate, fate) = (default(BatchUsage), new object(), new Random(seed));
        var model = new PackModel((seen, _) => FailAsync(seen, fate))
        {
            Text = seen => Answer(seen, fate),
            Usage = seen =>
            {
                lock (gate)
                {
                    counted += new BatchUsage(seen.Count + 7, seen.Count * 3, (seen.Count * 4) + 7, 5);
                }

                return (seen.Count + 7, seen.Count * 3, 5);
            },
        };
        var progress = new RecordingProgress();
        var options = new BatchOptions
        {
            MaxConcurrency = random.Next(1, 12),
            Pack = new PackLimits { MaxItems = random.Next(1, 30), MaxTokens = random.Next(100, 3000) },
            TokenEstimator = random.Next(2) == 0 ? new LengthEstimator() : new CalibratingTokenEstimator(),
            Progress = progress,
        };
        var batch = random.Next(2) == 0
            ? await model.Client.PackBatchAsync(items.Where(_ => true), pack => PackModel.Ask(Checked(pack)), new ChatCompletionOptions(), options)
            : await model.ChatClient.PackBatchAsync(items, pack => PackModel.AskAI(Checked(pack)), batchOptions: options);
        Assert.Equal(Enumerable.Range(0, items.Length), batch.Select(item => item.Index));
        Assert.Equal((items.Length, items.Length + 1), (progress.Reports[^1].Completed, progress.Reports.Count));
        foreach (var (item, result) in items.Zip(batch))
        {
            Check(item, result);
        }

        Assert.Equal(counted, batch.Usage);
    }

    private static string Kind(string item) => item.Split(' ')[0];

    private static ItemPack<string> Checked(ItemPack<string> pack) => pack.Any(entry => Kind(entry.Item) == "prepare") ? throw new FormatException("prepare") : pack;

    private static async Task FailAsync(IReadOnlyList<SeenItem> seen, Random fate)
    {
        await Task.Yield();
        if (seen.Any(item => Kind(item.Text) == "400"))
        {
            throw FakeResponse.Error(400);
        }

        if (seen.Any(item => Kind(item.Text) == "500") || (seen.Count > 1 && Strikes(fate, 12)))
        {
            throw FakeResponse.Error(500);
        }

        if (seen.Count > 1 && seen.Any(item => Kind(item.Text) == "alone"))
        {
            throw new TimeoutException();
        }
    }

    /// <summary>An answer in which each item is spoiled as its kind says: left out or given twice where it has company, never given, cut, or with a story around it.</summary>
    private static string Answer(IReadOnlyList<SeenItem> seen, Random fate)
    {
        var entries = seen
            .Where(item => Kind(item.Text) != "never" && !(Kind(item.Text) == "out" && seen.Count > 1))
            .SelectMany(item => Kind(item.Text) == "twice" && seen.Count > 1 ? [(item.Number, "wrong"), (item.Number, "wrong too")] : new[] { (item.Number, PackModel.AnswerTo(item.Text)) })
            .ToList();
        if (Strikes(fate, 2))
        {
            entries.Reverse();
        }

        var text = PackModel.Json(entries);
        text = seen.Any(item => Kind(item.Text) == "prose") ? $"Of [all] {{these}}: {text} That was it." : text;
        // Not where something is given twice: the second one that is cut off cannot speak against the first.
        return seen.Count > 1 && seen.Any(item => Kind(item.Text) == "cut") && !seen.Any(item => Kind(item.Text) == "twice") ? text[..(text.Length * 2 / 3)] : text;
    }

    private static bool Strikes(Random fate, int oneOf)
    {
        lock (fate)
        {
            return fate.Next(oneOf) == 0;
        }
    }

    private static void Check(string? item, BatchItem<string> result)
    {
        if (item is null)
        {
            Assert.True(result.Skipped);
            return;
        }

        switch (Kind(item))
        {
            case "prepare":
                Assert.IsType<FormatException>(result.Error);
                Assert.Equal(0, result.Attempts);
                break;
            case "400" or "500":
                Assert.Equal($"HTTP {Kind(item)}", Assert.IsType<System.ClientModel.ClientResultException>(result.Error).Message);
                break;
            case "never":
                Assert.IsType<InvalidOperationException>(result.Error);
                break;
            default:
                Assert.Equal(PackModel.AnswerTo(item), result.Response);
                break;
        }
    }
}
