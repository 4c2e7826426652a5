using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>What a call costs that asks no model: nothing is allocated for it.</summary>
public sealed class AllocationTests
{
    private const string Ordinary = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Orders
        {
            private readonly Dictionary<int, string> _orders = new();

            public async Task<string> ReportAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
            {
                var text = new StringBuilder();
                foreach (var number in numbers.Where(n => n > 0).OrderBy(n => Math.Abs(n)))
                {
                    text.Append(number).Append(": ").AppendLine(string.Join(", ", _orders.Values.Take(number)));
                    await WriteAsync(text.ToString(), cancellationToken);
                    Console.WriteLine(Name(number));
                }

                await WriteAsync(Name(1), cancellationToken);
                return await ReadAsync(cancellationToken).ConfigureAwait(false);
            }

            private static async Task WriteAsync(string line, CancellationToken cancellationToken)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                Console.WriteLine(line);
            }

            private Task<string> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Name(_orders.Count));

            private static string Name(int number) => number.ToString();
        }
        """;

    [Fact]
    public async Task Nothing_is_allocated_for_a_call_that_is_not_in_the_catalogue()
    {
        using var workspace = new AdhocWorkspace();
        var project = TestProject.Build(workspace, [new TestProject("Ordinary", [("Orders.cs", Ordinary)])]).Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        var calls = DirectHost.CallsOf(compilation.GetSemanticModel(compilation.SyntaxTrees.Single())).ToImmutableArray();
        var host = new DirectHost(compilation, project.AnalyzerOptions, Tools.Analyzers);
        Assert.True(host.IsInterested);

        // An asking costs the host something by itself; the first time, symbols and memories are filled.
        var none = new DirectHost(compilation, project.AnalyzerOptions, []);
        _ = (BytesOf(none), BytesOf(host));
        Assert.Equal(BytesOf(none), BytesOf(host));
        Assert.Empty(host.Found);

        long BytesOf(DirectHost asked)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                foreach (var call in calls)
                {
                    asked.Ask(call);
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
