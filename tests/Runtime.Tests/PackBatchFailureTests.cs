using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Answers that are not what was asked for, and requests that fail: what is missing is asked for again, in halves and at last singly, and nothing goes to another item.</summary>
public class PackBatchFailureTests
{
    private static readonly BatchOptions One = new() { MaxConcurrency = 1 };

    private static readonly string[] Fifteen = [.. Enumerable.Range(0, 15).Select(i => $"text {i}")];

    private static readonly string[] Three = ["a", "b", "c"];

    /// <summary>Answers to three items, and which of them hold.</summary>
    public static TheoryData<string, string> Answers => new()
    {
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"},{"number":3,"answer":"about c"}]}""", "1 2 3" },
        { """{"answers":[{"number":3,"answer":"about c"},{"number":1,"answer":"about a"},{"number":2,"answer":"about b"}]}""", "1 2 3" },
        { """Sure! Here {is} [1] what you {asked} for: ```json {"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"},{"number":3,"answer":"about c"}]} ``` I hope it {helps}.""", "1 2 3" },
        { """[{"number":1,"answer":"about a"},{"number":"2","answer":"about b"},{"number":3,"answer":"about c"},]""", "1 2 3" },
        { """{"note":{"answers":7},"answers":[{"number":1,"answer":"about a","why":[]},{"number":2,"answer":"about b"},{"number":3,"answer":"about c"}],"end":1}""", "1 2 3" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":3,"answer":"about c"}]}""", "1 3" },
        { """{"answers":[]}""", "" },
        { "", "" },
        { "I cannot help with that.", "" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"abo""", "1" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"}""", "1 2" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"say "b""},{"number":3,"answer":"about c"}]}""", "1" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"},{"number":2,"answer":"about c"}]}""", "1" },
        { """{"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"},{"number":2,"answer":"about b"}]}""", "1 2" },
        { """{"answers":[{"number":1,"answer":"wrong"}]} No, wait: {"answers":[{"number":1,"answer":"about a"},{"number":2,"answer":"about b"}]}""", "2" },
        // Numbers that nobody gave: it has counted in another way, and all of it may be shifted.
        { """{"answers":[{"number":1,"answer":"x"},{"number":2,"answer":"about a"},{"number":3,"answer":"about b"},{"number":4,"answer":"about c"}]}""", "" },
        { """{"answers":[{"number":0,"answer":"about a"},{"number":1,"answer":"about b"},{"number":2,"answer":"about c"}]}""", "" },
        { """{"answers":[{"number":-1,"answer":"about a"}]}""", "" },
        { """{"answers":[{"answer":"about a"},{"number":2,"answer":"about b"},{"number":2.5,"answer":"about c"}]}""", "2" },
        { """{"answers":[{"number":1,"answer":null},{"number":2,"answer":{"text":"about b"}},{"number":3,"answer":"about c"}]}""", "3" },
        { """{"answers":["about a","about b","about c"]}""", "" },
        { """["about a","about b","about c"]""", "" },
        { """{"1":"about a","2":"about b","3":"about c"}""", "" },
        // Not an answer of its own, but a part of one that was cut.
        { """{"answers":[{"number":3,"answer":{"answers":[{"number":1,"answer":"wrong"}]""", "" },
        { """{"result":{"answers":[{"number":1,"answer":"about a"},{"number":2""", "" },
    };

    public static TheoryData<string> PerhapsOfThePack => ["400", "413", "500", "unknown"];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_an_answer_does_not_hold_for_certain_is_asked_for_again(string answer, string holds)
    {
        var asked = 0;
        var model = new PackModel { Text = items => asked++ == 0 ? answer : PackModel.Whole(items) };
        var batch = await model.Client.PackBatchAsync(Three, PackModel.Ask, batchOptions: One);
        PackModel.Check(Three, batch.EnsureSuccess());
        Assert.Equal(holds, string.Join(' ', batch.Where(item => item.Attempts == 1).Select(item => item.Index + 1)));
        // In halves, not one by one.
        Assert.Equal(holds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length switch { 0 => 3, 1 => 3, 2 => 2, _ => 1 }, model.Packs.Count);
    }

    [Fact]
    public async Task Items_that_are_left_out_are_asked_for_in_halves_and_at_last_singly()
    {
        // Never more than the first half.
        var model = new PackModel { Text = items => PackModel.Whole(items.Take((items.Count + 1) / 2)) };
        PackModel.Check(Fifteen, (await model.Client.PackBatchAsync(Fifteen, PackModel.Ask, batchOptions: One)).EnsureSuccess());
        Assert.Equal([15, 4, 1, 1, 3, 1], model.Packs.Select(pack => pack.Length));
    }

    [Theory]
    [MemberData(nameof(PerhapsOfThePack))]
    public async Task One_poisoned_item_costs_only_itself(string kind)
    {
        var model = new PackModel((items, _) => items.Any(item => item.Text == "text 9") ? Task.FromException(kind == "unknown" ? new FormatException() : FakeResponse.Error(int.Parse(kind, null))) : Task.CompletedTask);
        var batch = await model.Client.PackBatchAsync(Fifteen, PackModel.Ask, batchOptions: One);
        Assert.Equal(9, Assert.Single(batch.Failed).Index);
        PackModel.Check(Fifteen.Where(text => text != "text 9"), batch.Where(item => item.Succeeded));
        // The pack, and two halves of each of four sizes.
        Assert.Equal(9, model.Packs.Count);
    }

    [Theory]
    [InlineData("length", "it was cut at the limit of its tokens")]
    [InlineData("content_filter", "the provider's content filter or the model itself refused to answer")]
    [InlineData("stop", "it is not in the form that was asked for, or leaves the item out")]
    public async Task An_item_that_fails_says_why(string finish, string why)
    {
        var model = new PackModel { Finish = finish, Text = items => items.Any(item => item.Text == "b") ? "" : PackModel.Whole(items) };
        foreach (var batch in new[] { await model.Client.PackBatchAsync(Three, PackModel.Ask), await model.ChatClient.PackBatchAsync(Three, PackModel.AskAI) })
        {
            Assert.Equal($"The model's answer holds no result for the item: {why}.", Assert.IsType<InvalidOperationException>(Assert.Single(batch.Failed).Error).Message);
            PackModel.Check(["a", "c"], batch.Where(item => item.Succeeded));
        }
    }

    [Fact]
    public async Task A_bad_answer_now_and_then_makes_no_later_pack_smaller()
    {
        var asked = 0;
        var model = new PackModel { Text = items => asked++ % 4 == 0 ? "What?" : PackModel.Whole(items) };
        string[] items = [.. Enumerable.Range(0, 150).Select(i => $"text {i}")];
        PackModel.Check(items, (await model.Client.PackBatchAsync(items, PackModel.Ask, batchOptions: One)).EnsureSuccess());
        Assert.Equal(15, model.Packs.Last().Length);
    }

    [Fact]
    public async Task A_model_that_takes_less_than_was_thought_is_learned()
    {
        var model = new PackModel((items, _) => items.Count > 6 ? Task.FromException(FakeResponse.Error(400)) : Task.CompletedTask);
        string[] items = [.. Enumerable.Range(0, 400).Select(i => $"text {i}")];
        PackModel.Check(items, (await model.Client.PackBatchAsync(items, PackModel.Ask, batchOptions: One)).EnsureSuccess());
        Assert.All(model.Packs.Skip(7), pack => Assert.InRange(pack.Length, 1, 4));
        Assert.InRange(model.Packs.Count, 100, 105);
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_the_items_is_not_sent_again_in_halves()
    {
        var model = new PackModel((_, _) => Task.FromException(FakeResponse.Error(401)));
        var batch = await model.Client.PackBatchAsync(Fifteen.Concat(Fifteen), PackModel.Ask, batchOptions: One);
        Assert.Single(model.Packs);
        Assert.Equal((30, 1, 0), (batch.Failed.Count, batch[0].Attempts, batch[29].Attempts));
        Assert.NotNull(batch.StoppedBy);
    }

    [Fact]
    public async Task Nothing_of_prompts_and_answers_reaches_the_log_or_an_error()
    {
        var log = new RecordingLoggerFactory();
        var model = new PackModel { Text = items => items.Any(item => item.Text == "secret b") ? "secret answer" : PackModel.Whole(items) };
        var batch = await model.Client.PackBatchAsync(["secret a", "secret b"], PackModel.Ask, batchOptions: new BatchOptions { LoggerFactory = log });
        Assert.DoesNotContain("secret", Assert.Single(batch.Failed).Error!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Event.Name == "BatchPackHalved");
    }
}
