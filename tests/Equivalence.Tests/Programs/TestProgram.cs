using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using BatchMigrate.Equivalence.Tests.Scripting;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>A source, compiled together with a driver that runs it; every run loads it anew, so that static fields start afresh.</summary>
internal sealed class TestProgram
{
    private const string DriverName = "EquivalenceDriver";

    private readonly byte[] _image;
    private readonly ImmutableArray<string> _uses;

    private TestProgram(byte[] image, ImmutableArray<string> uses) => (_image, _uses) = (image, uses);

    /// <summary>Compiles a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="run">Statements that exercise it.</param>
    /// <param name="uses">Packages that it uses besides OpenAI's library and the abstractions.</param>
    /// <param name="others">Further files.</param>
    public static TestProgram Compile(string source, string run, ImmutableArray<string> uses, params IEnumerable<string> others)
    {
        // Always the latest language: the run section is written in it, and a compilation has one version for all its files.
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var tree = CSharpSyntaxTree.ParseText(source, options);
        var root = tree.GetCompilationUnitRoot();
        var compilation = CSharpCompilation.Create(
            "EquivalenceProgram",
            [tree, .. others.Concat(uses.Select(ScriptedClients.For).OfType<string>()).Select(text => CSharpSyntaxTree.ParseText(text, options)), Driver(root, run, options, uses.Any(static u => ScriptedClients.For(u) is not null))],
            LibrarySet.Newest.With(uses),
            new CSharpCompilationOptions(
                root.Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, "The program does not compile:\n" + string.Join('\n', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)) + "\n" + source);
        return new TestProgram(image.ToArray(), uses);
    }

    /// <summary>Runs the program once.</summary>
    public async Task<Trace> RunAsync(Script script)
    {
        var context = new AssemblyLoadContext(DriverName, isCollectible: true);
        context.Resolving += LoadStub;
        try
        {
            using var image = new MemoryStream(_image);
            return await ProgramRun.OfAsync(context.LoadFromStream(image), DriverName, script);
        }
        finally
        {
            context.Unload();
        }
    }

    private Assembly? LoadStub(AssemblyLoadContext context, AssemblyName name) =>
        _uses.Contains(name.Name!) && Stubs.Packages.Contains(name.Name!) ? context.LoadFromStream(new MemoryStream(Stubs.Image(name.Name!, LibrarySet.Newest))) : null;

    private static SyntaxTree Driver(CompilationUnitSyntax source, string run, CSharpParseOptions options, bool isScripted)
    {
        var spaces = source.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(FullName).Distinct().ToImmutableArray();
        string[] usings =
        [
            "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "OpenAI.Chat", "Microsoft.Extensions.AI",
            .. isScripted ? ["Scripted"] : Array.Empty<string>(),
            .. spaces,
        ];
        var body = (BlockSyntax)SyntaxFactory.ParseStatement("{\n" + run + "\n}", options: options);
        var watching = body.WithStatements(SyntaxFactory.List(body.Statements.SelectMany(Watch)));
        var text = $$"""
            #nullable enable
            {{string.Join('\n', usings.Select(static u => $"using {u};"))}}
            {{(spaces.IsEmpty ? string.Empty : $"namespace {spaces[0]};")}}
            public static class {{DriverName}}
            {
                public static async Task RunAsync(ChatClient client, IChatClient chat, OpenAI.Embeddings.EmbeddingClient embeddings, IEmbeddingGenerator<string, Embedding<float>> generator, Func<string, CancellationToken, Task<string>> Ask, Action<object?> Log, Action<string, object?> __watch, CancellationToken cancellationToken)
                {{watching.ToFullString()}}
            }
            """;
        return CSharpSyntaxTree.ParseText(text, options, "Driver.cs");
    }

    private static string FullName(BaseNamespaceDeclarationSyntax space) =>
        string.Join('.', space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static n => n.Name.ToString()));

    /// <summary>After a local of the run is set it is watched: its state counts even where the run ends with an exception.</summary>
    private static IEnumerable<StatementSyntax> Watch(StatementSyntax statement)
    {
        yield return statement;
        if (statement is LocalDeclarationStatementSyntax { IsConst: false, Declaration: { Type: not RefTypeSyntax } declaration } && !declaration.Type.ToString().Contains("Span", StringComparison.Ordinal))
        {
            foreach (var variable in declaration.Variables.Where(static v => v.Initializer is not null))
            {
                yield return SyntaxFactory.ParseStatement($"__watch(\"{variable.Identifier.ValueText}\", {variable.Identifier.Text});\n");
            }
        }
    }
}
