using System.Globalization;
using System.Text;

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

        namespace Generated.Part{0};

        public sealed class Order{0}
        {{
            public int Number {{ get; set; }}
            public string Customer {{ get; set; }} = "";
            public List<string> Lines {{ get; }} = new();
            public decimal Total {{ get; set; }}
        }}

        public sealed class OrderService{0}
        {{
            private readonly Dictionary<int, Order{0}> _orders = new();

            public IReadOnlyList<Order{0}> Find(string customer, Func<Order{0}, bool> filter)
            {{
                var found = new List<Order{0}>();
                foreach (var order in _orders.Values)
                {{
                    if (string.Equals(order.Customer, customer, StringComparison.OrdinalIgnoreCase) && filter(order))
                    {{
                        found.Add(order);
                    }}
                }}

                return found;
            }}

            public async Task<string> ReportAsync(CancellationToken cancellationToken)
            {{
                var text = new StringBuilder();
                foreach (var group in _orders.Values.GroupBy(o => o.Customer).OrderBy(g => g.Key))
                {{
                    text.AppendLine(group.Key);
                    for (var i = 0; i < group.Count(); i++)
                    {{
                        var order = group.ElementAt(i);
                        order.Total = order.Lines.Sum(l => l.Length) * 1.19m;
                        text.Append(' ').Append(order.Number).Append(": ").AppendLine(order.Total.ToString());
                    }}

                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                }}

                return text.ToString();
            }}

            public void Add(Order{0} order)
            {{
                try
                {{
                    _orders.Add(order.Number, order);
                }}
                catch (ArgumentException e)
                {{
                    Console.WriteLine(e.Message);
                    _orders[order.Number] = order;
                }}
            }}
        }}

        """;

    private const string ModelCall = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Generated.Calls{0};

        public sealed class Note{0}
        {{
            public string Text {{ get; set; }} = "";
            public string Summary {{ get; set; }} = "";
        }}

        public sealed class Summariser{0}
        {{
            private readonly IChatClient _chat;

            public Summariser{0}(IChatClient chat) => _chat = chat;

            public async Task RunAsync(List<Note{0}> notes, CancellationToken cancellationToken)
            {{
                foreach (var note in notes)
                {{
                    if (string.IsNullOrWhiteSpace(note.Text))
                    {{
                        continue;
                    }}

                    var prompt = $"Summarise: {{note.Text}}";
                    var response = await _chat.GetResponseAsync(prompt, cancellationToken: cancellationToken);
                    note.Summary = response.Text;
                    Console.WriteLine(note.Summary);
                }}
            }}
        }}

        """;

    /// <summary>Files with at least the given number of lines together.</summary>
    /// <param name="lines">The number of lines.</param>
    /// <param name="sites">How many of the files hold a model call in a loop.</param>
    /// <returns>Names and texts.</returns>
    public static List<(string Path, string Text)> Write(int lines, int sites)
    {
        var files = new List<(string, string)>();
        for (var i = 0; i < sites; i++)
        {
            files.Add(($"Calls{i}.cs", string.Format(CultureInfo.InvariantCulture, ModelCall, i)));
        }

        var perFile = Ordinary.Count(static c => c == '\n');
        var written = sites * ModelCall.Count(static c => c == '\n');
        for (var i = 0; written < lines; i++, written += perFile * 4)
        {
            var text = new StringBuilder();
            for (var j = 0; j < 4; j++)
            {
                var part = string.Format(CultureInfo.InvariantCulture, Ordinary, $"{i}_{j}");
                text.Append(j == 0 ? part : part[part.IndexOf("namespace", StringComparison.Ordinal)..]);
            }

            files.Add(($"Part{i}.cs", text.ToString().Replace(";\n\npublic sealed class Order", "\n{\n    public sealed class Order", StringComparison.Ordinal).Replace("\nnamespace", "\n}\n\nnamespace", StringComparison.Ordinal).Remove(0, 0)));
        }

        return files;
    }
}
