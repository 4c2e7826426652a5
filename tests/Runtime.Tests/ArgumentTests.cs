using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests;

public class ArgumentTests
{
    [Fact]
    public void Null_arguments_of_Batch_throw_at_the_call_and_name_the_parameter()
    {
        static Task<int> Operation(int item, CancellationToken cancellationToken) => Task.FromResult(item);
        Assert.Throws<ArgumentNullException>("items", () => { _ = Batch.RunAsync<int, int>(null!, Operation); });
        Assert.Throws<ArgumentNullException>("operation", () => { _ = Batch.RunAsync<int, int>([], null!); });
        Assert.Throws<ArgumentNullException>("items", () => Batch.Run<int, int>(null!, (item, _) => item));
        Assert.Throws<ArgumentNullException>("operation", () => Batch.Run<int, int>([], null!));
        Assert.Throws<ArgumentNullException>("items", () => Batch.StreamAsync((IEnumerable<int>)null!, Operation));
        Assert.Throws<ArgumentNullException>("items", () => Batch.StreamAsync((IAsyncEnumerable<int>)null!, Operation));
        Assert.Throws<ArgumentNullException>("operation", () => Batch.StreamAsync<int, int>([], null!));
    }

    /// <summary>Every public method of both families, by reflection: each parameter that must not be null says so at the call.</summary>
    [Theory]
    [InlineData(typeof(OpenAIChatClientBatchExtensions), 14)]
    [InlineData(typeof(ChatClientBatchExtensions), 15)]
    [InlineData(typeof(OpenAIEmbeddingClientBatchExtensions), 4)]
    [InlineData(typeof(EmbeddingGeneratorBatchExtensions), 4)]
    public void Null_arguments_of_the_extensions_throw_at_the_call_and_name_the_parameter(Type family, int methods)
    {
        var all = family.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static);
        Assert.Equal(methods, all.Length);
        foreach (var definition in all)
        {
            var method = definition.IsGenericMethodDefinition ? definition.MakeGenericMethod([.. definition.GetGenericArguments().Select(argument => TypeFor(argument.Name))]) : definition;
            var parameters = method.GetParameters();
            foreach (var missing in parameters.TakeWhile(parameter => !parameter.IsOptional))
            {
                var arguments = parameters.Select(parameter => parameter == missing || parameter.IsOptional ? Default(parameter.ParameterType) : Value(parameter.ParameterType));
                var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => method.Invoke(null, [.. arguments]));
                Assert.Equal(missing.Name, Assert.IsType<ArgumentNullException>(thrown.InnerException).ParamName);
            }

            // The names that rewritten code may use in named arguments.
            Assert.Equal(family == typeof(EmbeddingGeneratorBatchExtensions) ? "generator" : "client", parameters[0].Name);
            Assert.Equal(["batchOptions", "cancellationToken"], parameters[^2..].Select(parameter => parameter.Name));
        }
    }

    [Fact]
    public void Options_say_what_is_wrong_with_them()
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxConcurrency", () => new BatchOptions { MaxConcurrency = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxConcurrency", () => new BatchOptions { MaxConcurrency = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Pacing", () => new BatchOptions { Pacing = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("Pacing", () => new BatchOptions { Pacing = TimeSpan.MaxValue });
        Assert.Throws<ArgumentNullException>("TimeProvider", () => new BatchOptions { TimeProvider = null! });
        var options = new BatchOptions();
        Assert.Equal((10, TimeSpan.Zero, TimeProvider.System), (options.MaxConcurrency, options.Pacing, options.TimeProvider));
    }

    [Fact]
    public async Task The_largest_concurrency_starts_no_more_workers_than_items()
    {
        var result = await Batch.RunAsync(new ProbeSource(3), (item, _) => Task.FromResult(item), new BatchOptions { MaxConcurrency = int.MaxValue });
        Assert.Equal(3, result.Count);
        Assert.Equal(3, Batch.Run(new ProbeSource(3), (item, _) => item, new BatchOptions { MaxConcurrency = int.MaxValue }).Count);
    }

    [Fact]
    public void Requests_need_messages_and_do_not_show_them()
    {
        Assert.Throws<ArgumentNullException>("Messages", () => new ChatCompletionRequest(null!));
        Assert.Throws<ArgumentNullException>("Messages", () => new ChatRequest([]) with { Messages = null! });
        var request = new ChatCompletionRequest([new UserChatMessage("secret")], new ChatCompletionOptions());
        Assert.Equal("ChatCompletionRequest { with options }", request.ToString());
        Assert.Equal("ChatRequest { no options }", new ChatRequest([]).ToString());
        var (messages, options) = request;
        Assert.Same(request.Messages, messages);
        Assert.Same(request.Options, options);
    }

    private static Type TypeFor(string argument) => argument switch
    {
        "TInput" => typeof(string),
        "TEmbedding" => typeof(Microsoft.Extensions.AI.Embedding<float>),
        "TElement" => typeof(float),
        _ => typeof(int),
    };

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object Value(Type type)
    {
        if (type == typeof(ChatClient))
        {
            return FakeChatClient.Echo;
        }

        if (type == typeof(Microsoft.Extensions.AI.IChatClient))
        {
            return FakeAIClient.Echo;
        }

        if (type == typeof(OpenAI.Embeddings.EmbeddingClient))
        {
            return new FakeEmbeddingClient(_ => throw new InvalidOperationException());
        }

        if (type == typeof(Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>))
        {
            return new FakeGenerator();
        }

        if (type == typeof(System.Text.Json.Serialization.Metadata.JsonTypeInfo<int>))
        {
            return Microsoft.Extensions.AI.AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(int));
        }

        if (type == typeof(Func<ItemPack<int>, IEnumerable<ChatMessage>>))
        {
            return (Func<ItemPack<int>, IEnumerable<ChatMessage>>)(_ => []);
        }

        if (type == typeof(Func<ItemPack<int>, IEnumerable<Microsoft.Extensions.AI.ChatMessage>>))
        {
            return (Func<ItemPack<int>, IEnumerable<Microsoft.Extensions.AI.ChatMessage>>)(_ => []);
        }

        var element = type.GetGenericArguments()[0];
        if (type.Name.StartsWith("Func", StringComparison.Ordinal))
        {
            var request = type.GetGenericArguments()[1];
            if (request == typeof(string))
            {
                return (Func<int, string?>)(_ => null);
            }

            var messages = request.GetGenericArguments()[0];
            return messages == typeof(ChatMessage)
                ? (Func<int, IEnumerable<ChatMessage>?>)(_ => null)
                : (Func<int, IEnumerable<Microsoft.Extensions.AI.ChatMessage>?>)(_ => null);
        }

        var empty = Array.CreateInstance(element, 0);
        return type.Name.StartsWith("IAsync", StringComparison.Ordinal)
            ? typeof(AsyncEnumerable).GetMethod(nameof(AsyncEnumerable.Empty))!.MakeGenericMethod(element).Invoke(null, null)!
            : empty;
    }
}
