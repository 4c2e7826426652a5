using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>When the rules look at all.</summary>
public sealed class RegistrationTests
{
    private const string Loop = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        public static class Titles
        {
            public static async Task<List<string>> OfAsync(ChatClient client, string[] texts)
            {
                var titles = new List<string>();
                foreach (var text in texts)
                {
                    ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(text));
                    titles.Add(completion.Content[0].Text);
                }

                return titles;
            }
        }
        """;

    private const string SameNames = """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Chess.Chat
        {
            public sealed class ChatClient
            {
                public Task<string> CompleteChatAsync(params string[] messages) => Task.FromResult(messages[0]);
            }

            public interface IChatClient
            {
                Task<string> GetResponseAsync(string chatMessage);
            }
        }

        namespace Chess
        {
            using Chess.Chat;

            public static class Titles
            {
                public static async Task<List<string>> OfAsync(ChatClient client, IChatClient chat, string[] texts)
                {
                    var titles = new List<string>();
                    foreach (var text in texts)
                    {
                        titles.Add(await client.CompleteChatAsync(text));
                        titles.Add(await chat.GetResponseAsync(text));
                    }

                    return titles;
                }
            }
        }
        """;

    [Fact]
    public async Task Nothing_is_registered_where_no_model_library_is_referenced()
    {
        var (findings, actions) = await AnalyzeAsync(SameNames, References.Framework);
        Assert.Empty(findings);
        Assert.All(actions, static a => Assert.Equal(0, a));
    }

    [Fact]
    public async Task Types_of_the_same_name_are_not_taken_for_the_libraries()
    {
        var (findings, actions) = await AnalyzeAsync(SameNames, References.All);
        Assert.Empty(findings);
        Assert.All(actions, static a => Assert.Equal(1, a));
    }

    [Fact]
    public async Task The_loop_is_found_where_library_and_runtime_are_referenced() =>
        Assert.Equal("BM0001", Assert.Single((await AnalyzeAsync(Loop, References.All)).Findings).Id);

    [Fact]
    public async Task Without_the_runtime_nothing_is_offered() =>
        Assert.DoesNotContain((await AnalyzeAsync(Loop, References.WithoutRuntime)).Findings, static d => d.Id == "BM0001");

    [Theory]
    [InlineData("return titles;", "return titles")]
    [InlineData("return titles;", "return")]
    [InlineData("return titles;", "return titles; return unknown.Thing;")]
    [InlineData("var titles = new List<string>();", "var titles = new List<string>(;")]
    [InlineData("titles.Add(completion.Content[0].Text);", "titles.Add(completion.Content[0].;")]
    [InlineData("titles.Add(completion.Content[0].Text);", "titles.Add(completion.Missing(text));")]
    [InlineData("new UserChatMessage(text)", "")]
    [InlineData("new UserChatMessage(text)", "missing")]
    [InlineData("await client", "await")]
    [InlineData("ChatCompletion completion = await client", "client")]
    [InlineData("in texts", "in")]
    [InlineData("in texts", "in missing")]
    [InlineData("(var text in texts)", "")]
    [InlineData("using OpenAI.Chat;", "")]
    [InlineData("public static class Titles", "public static class")]
    public async Task Incomplete_code_is_analysed_without_a_crash(string whole, string broken)
    {
        var source = Loop.Replace(whole, broken, StringComparison.Ordinal);
        Assert.NotEqual(Loop, source);
        _ = await AnalyzeAsync(source, References.All, allowErrors: true);
    }

    private static async Task<(ImmutableArray<Diagnostic> Findings, ImmutableArray<int> Actions)> AnalyzeAsync(string source, ImmutableArray<MetadataReference> references, bool allowErrors = false)
    {
        var compilation = CSharpCompilation.Create(
            "Registration", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        if (!allowErrors)
        {
            Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer.GetType().Name} crashed.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(Tools.Analyzers, options);
        var findings = await analysis.GetAnalyzerDiagnosticsAsync();
        var actions = new List<int>();
        foreach (var analyzer in Tools.Analyzers)
        {
            var telemetry = await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
            actions.Add(telemetry.OperationActionsCount + telemetry.OperationBlockActionsCount + telemetry.OperationBlockStartActionsCount + telemetry.SyntaxNodeActionsCount + telemetry.SyntaxTreeActionsCount + telemetry.CodeBlockStartActionsCount + telemetry.SymbolActionsCount);
        }

        return (findings, [.. actions]);
    }
}
