using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests;

/// <summary>The comparison itself: a right rewrite passes, and each wrong one is seen for what it is.</summary>
public sealed class ControlTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using BatchMigrate;
        using OpenAI.Chat;

        namespace Library;

        public sealed class Note(string text)
        {
            public string Text { get; } = text;

            public string? Title { get; set; }
        }

        public sealed class Titles(ChatClient client)
        {
            private readonly ChatCompletionOptions options = new() { Temperature = 0.5f };

            public static int Written { get; private set; }

            public async Task WriteAsync(IReadOnlyList<Note> notes, Action<string> report, CancellationToken cancellationToken)
            {

        """;

    private const string Tail = """

            }
        }
        """;

    private const string Before = Head + """
                foreach (var note in notes)
                {
                    if (note.Text.Length == 0)
                    {
                        continue;
                    }

                    Console.WriteLine($"asking for {note.Text}");
                    ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Write a title."), new UserChatMessage(note.Text)], options, cancellationToken);
                    note.Title = completion.Content[0].Text;
                    Written++;
                    report(note.Text);
                    Console.WriteLine($"{note.Text} is called {note.Title}");
                }
        """ + Tail;

    private const string After = Head + """
                var pending = new List<Note>();
                var messagesList = new List<IEnumerable<ChatMessage>>();
                foreach (var note in notes)
                {
                    if (note.Text.Length == 0)
                    {
                        continue;
                    }

                    Console.WriteLine($"asking for {note.Text}");
                    pending.Add(note);
                    messagesList.Add([new SystemChatMessage("Write a title."), new UserChatMessage(note.Text)]);
                }

                var batch = await client.CompleteBatchAsync(messagesList, options, cancellationToken: cancellationToken);
                foreach (var (note, item) in pending.Zip(batch))
                {
                    ChatCompletion completion = item.Response;
                    note.Title = completion.Content[0].Text;
                    Written++;
                    report(note.Text);
                    Console.WriteLine($"{note.Text} is called {note.Title}");
                }
        """ + Tail;

    private const string Run = """
        Note[] notes = [new("one"), new("two"), new(""), new("three"), new("four")];
        await new Titles(client).WriteAsync(notes, text => Log(text), cancellationToken);
        foreach (var note in notes)
        {
            Log($"{note.Text}: {note.Title}");
        }
        """;

    [Fact]
    public async Task A_right_rewrite_passes() => Assert.Empty(await new Comparison(Before, After, Run).DifferencesAsync());

    [Fact]
    public async Task A_program_is_equal_to_itself_even_in_strict_mode() => Assert.Empty(await new Comparison(Before, Before, Run, isStrict: true).DifferencesAsync());

    [Fact]
    public async Task Strict_mode_sees_console_lines_that_change_places() =>
        Assert.Contains(await new Comparison(Before, After, Run, isStrict: true).DifferencesAsync(), static d => d.Contains("nothing fails: The journal differs", StringComparison.Ordinal));

    [Theory]
    [InlineData("pending.Zip(batch)", "pending.Zip(batch.Reverse())", "The state at the end differs")]
    [InlineData("pending.Zip(batch)", "pending.Zip(batch).Reverse()", "The output differs")]
    [InlineData("pending.Zip(batch)", "pending.Zip(batch).Skip(1)", "The output differs")]
    [InlineData("pending.Zip(batch)", "pending.Zip(batch).Where(p => p.Second.Succeeded)", "The exception differs")]
    [InlineData("item.Response", "batch[^1].Response", "The output differs")]
    [InlineData("item.Response", "(item.Error is null ? item.Response : throw new System.AggregateException(item.Error))", "The exception differs")]
    [InlineData("var batch = ", "messagesList.RemoveAt(1);\nvar batch = ", "Requests are missing")]
    [InlineData("var batch = ", "messagesList.Add([new UserChatMessage(\"more\")]);\nvar batch = ", "nothing fails: There are more requests")]
    [InlineData("messagesList, options", "messagesList", "Requests are missing")]
    [InlineData("new SystemChatMessage(\"", "new AssistantChatMessage(\"", "Requests are missing")]
    [InlineData(", cancellationToken: cancellationToken", "", "Requests have lost their cancellation token")]
    [InlineData("Written++;", "", "The state at the end differs")]
    [InlineData("foreach (var (note, item)", "foreach (var failed in batch.Where(b => b.Error != null)) { _ = failed.Response; }\nforeach (var (note, item)", "The state at the end differs")]
    [InlineData("Console.WriteLine($\"asking", "// Console.WriteLine($\"asking", "The console differs")]
    [InlineData("foreach (var (note, item) in pending.Zip(batch))\n        {", "foreach (var (note, _) in pending.Zip(batch).Reverse()) { Console.WriteLine($\"asking for {note.Text}\"); }\nforeach (var (note, item) in pending.Zip(batch))\n        {\n", "The console differs")]
    public async Task A_wrong_rewrite_is_seen(string right, string wrong, string difference)
    {
        var rewritten = After.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(After, rewritten);
        Assert.Contains(await new Comparison(Before, rewritten, Run).DifferencesAsync(), d => d.Contains(difference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consumed_lines_in_another_order_are_seen()
    {
        var shuffled = After
            .Replace("Console.WriteLine($\"{note.Text} is called {note.Title}\");", "lines.Insert(0, $\"{note.Text} is called {note.Title}\");", StringComparison.Ordinal)
            .Replace("var pending", "var lines = new List<string>();\nvar pending", StringComparison.Ordinal)
            .Replace(Tail, "\nlines.ForEach(Console.WriteLine);" + Tail, StringComparison.Ordinal);
        Assert.Contains(await new Comparison(Before, shuffled, Run).DifferencesAsync(), static d => d.Contains("nothing fails: The console differs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_shows_nothing_is_refused() =>
        Assert.Contains(await new Comparison(Before, After, "await new Titles(client).WriteAsync([], text => Log(text), cancellationToken);").DifferencesAsync(), static d => d.StartsWith("The run shows nothing", StringComparison.Ordinal));
}
