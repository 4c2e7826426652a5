using System.Globalization;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>Writes ordinary application code: services, loops, calls, string work; with a model call in a loop every so many classes.</summary>
internal static class GeneratedCode
{
    private const string Ordinary = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Generated.Part§;

        public sealed class Order§
        {
            public int Number { get; set; }
            public string Customer { get; set; } = "";
            public List<string> Lines { get; } = new();
            public decimal Total { get; set; }
        }

        public sealed class OrderService§
        {
            private readonly Dictionary<int, Order§> _orders = new();

            public IReadOnlyList<Order§> Find(string customer, Func<Order§, bool> filter)
            {
                var found = new List<Order§>();
                foreach (var order in _orders.Values)
                {
                    if (string.Equals(order.Customer, customer, StringComparison.OrdinalIgnoreCase) && filter(order))
                    {
                        found.Add(order);
                    }
                }

                return found;
            }

            public async Task<string> ReportAsync(CancellationToken cancellationToken)
            {
                var text = new StringBuilder();
                foreach (var group in _orders.Values.GroupBy(o => o.Customer).OrderBy(g => g.Key))
                {
                    text.AppendLine(group.Key);
                    for (var i = 0; i < group.Count(); i++)
                    {
                        var order = group.ElementAt(i);
                        order.Total = order.Lines.Sum(l => l.Length) * 1.19m;
                        text.Append(' ').Append(order.Number).Append(": ").AppendLine(order.Total.ToString());
                    }

                    await NotifyAsync(group.Key, cancellationToken);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                return text.ToString();
            }

            private async Task NotifyAsync(string customer, CancellationToken cancellationToken)
            {
                await WriteAsync($"{customer}: {_orders.Count}", cancellationToken);
            }

            private static async Task WriteAsync(string line, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                Console.WriteLine(line);
            }

            public void Add(Order§ order)
            {
                try
                {
                    _orders.Add(order.Number, order);
                }
                catch (ArgumentException e)
                {
                    Console.WriteLine(e.Message);
                    _orders[order.Number] = order;
                }
            }
        }

        """;

    private const string ModelCall = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Generated.Calls§;

        public sealed class Note§
        {
            public string Text { get; set; } = "";
            public string Summary { get; set; } = "";
        }

        public sealed class Summariser§
        {
            private readonly IChatClient _chat;

            public Summariser§(IChatClient chat) => _chat = chat;

            public async Task RunAsync(List<Note§> notes, CancellationToken cancellationToken)
            {
                foreach (var note in notes)
                {
                    if (string.IsNullOrWhiteSpace(note.Text))
                    {
                        continue;
                    }

                    var prompt = $"Summarise: {note.Text}";
                    var response = await _chat.GetResponseAsync(prompt, cancellationToken: cancellationToken);
                    note.Summary = response.Text;
                    Console.WriteLine(note.Summary);
                }
            }
        }

        """;

    private const string HelperCall = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Generated.Helped§;

        public sealed class Remark§
        {
            public string Text { get; set; } = "";
            public string Summary { get; set; } = "";
        }

        public sealed class Remarks§
        {
            private readonly IChatClient _chat;

            public Remarks§(IChatClient chat) => _chat = chat;

            public async Task RunAsync(List<Remark§> remarks, CancellationToken cancellationToken)
            {
                foreach (var remark in remarks)
                {
                    remark.Summary = await SummariseAsync(remark.Text, cancellationToken);
                    Console.WriteLine(remark.Summary);
                }
            }

            private async Task<string> SummariseAsync(string text, CancellationToken cancellationToken)
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    return "";
                }

                var response = await _chat.GetResponseAsync($"Summarise: {text}", cancellationToken: cancellationToken);
                return response.Text;
            }
        }

        """;

    /// <summary>Files with at least the given number of lines together; half of the model calls stand in the loop, half in a method that the loop calls.</summary>
    /// <param name="lines">The number of lines.</param>
    /// <param name="sites">How many of the files hold a model call in a loop.</param>
    /// <returns>Names and texts.</returns>
    public static List<(string Path, string Text)> WriteBoth(int lines, int sites) => [.. Write(lines, sites / 2), .. Write(0, sites / 2, throughHelpers: true)];

    /// <summary>Files with at least the given number of lines together.</summary>
    /// <param name="lines">The number of lines.</param>
    /// <param name="sites">How many of the files hold a model call in a loop.</param>
    /// <param name="throughHelpers">Whether the calls stand in a method that the loop calls.</param>
    /// <returns>Names and texts.</returns>
    public static List<(string Path, string Text)> Write(int lines, int sites, bool throughHelpers = false)
    {
        var files = new List<(string, string)>();
        for (var i = 0; i < sites; i++)
        {
            files.Add(($"{(throughHelpers ? "Helped" : "Calls")}{i}.cs", Numbered(throughHelpers ? HelperCall : ModelCall, i)));
        }

        var perFile = Ordinary.Count(static c => c == '\n');
        for (int i = 0, written = sites * ModelCall.Count(static c => c == '\n'); written < lines; i++, written += perFile)
        {
            files.Add(($"Part{i}.cs", Numbered(i % 2 == 0 ? Ordinary : GeneratedShapes.Mixed, i)));
        }

        return files;
    }

    private static string Numbered(string template, int number) => template.Replace("§", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
