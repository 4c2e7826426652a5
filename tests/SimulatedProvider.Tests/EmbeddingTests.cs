using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text.Json;
using OpenAI;
using OpenAI.Embeddings;

namespace SimulatedProvider.Tests;

public sealed class EmbeddingTests
{
    private static readonly EmbeddingGenerationOptions Short = new() { Dimensions = 8 };

    [Fact]
    public async Task The_real_client_gets_the_vector_of_each_text_with_usage()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var result = (await ClientFor(host).GenerateEmbeddingsAsync(["first text", "second"], Short)).Value;

        Assert.Equal([0, 1], result.Select(embedding => embedding.Index));
        Assert.Equal(EmbeddingVector.Of("first text", 8), result[0].ToFloats().ToArray());
        Assert.Equal(EmbeddingVector.Of("second", 8), result[1].ToFloats().ToArray());
        Assert.Equal(("text-embedding-3-small", 5, 5), (result.Model, result.Usage.InputTokenCount, result.Usage.TotalTokenCount));
        Assert.Equal((1, 1, 5), (host.Counters.Requests, host.Counters.Succeeded, host.Counters.InputTokens));
    }

    [Fact]
    public void Vectors_belong_to_their_texts_and_have_length_one()
    {
        var vector = EmbeddingVector.Of("a text", 1536);
        Assert.Equal(vector, EmbeddingVector.Of("a text", 1536));
        Assert.NotEqual(vector, EmbeddingVector.Of("a tex", 1536));
        Assert.Equal(1, vector.Sum(value => (double)value * value), 1e-6);
        var ratio = vector[0] / EmbeddingVector.Of("a text", 8)[0];
        Assert.Equal(vector[7] / EmbeddingVector.Of("a text", 8)[7], ratio, 1e-5);
    }

    [Fact]
    public void Texts_that_share_words_are_near_each_other_and_no_two_have_the_same_vector()
    {
        var query = EmbeddingVector.Of("open database connection", 1536);
        Assert.InRange(Near("Opens a Connection to the database"), 0.5, 0.99);
        Assert.InRange(Near("using var c = source.OpenConnectionAsync();"), 0.3, 0.8);
        Assert.InRange(Near("read all lines of a file"), -0.15, 0.15);
        Assert.InRange(Near("database connection open"), 0.9, 0.9999);

        double Near(string text) => EmbeddingVector.Of(text, 1536).Zip(query, (a, b) => (double)a * b).Sum();
    }

    [Fact]
    public async Task Dimensions_and_both_encodings_are_obeyed()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        Assert.Equal(1536, (await ClientFor(host).GenerateEmbeddingAsync("a")).Value.ToFloats().Length);
        Assert.Equal(3072, (await ClientFor(host, "text-embedding-3-large").GenerateEmbeddingAsync("a")).Value.ToFloats().Length);
        var floats = await PostAsync(host, """{"model":"m","input":"a","dimensions":8}""");
        Assert.Equal(EmbeddingVector.Of("a", 8), floats.GetProperty("data")[0].GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle()));
        var base64 = await PostAsync(host, """{"model":"m","input":["a"],"dimensions":8,"encoding_format":"base64"}""");
        Assert.Equal(32, base64.GetProperty("data")[0].GetProperty("embedding").GetBytesFromBase64().Length);
        Assert.Equal(7, (await PostAsync(host, """{"model":"m","input":[[1,2,3],[4,5,6,7]],"dimensions":8}""")).GetProperty("usage").GetProperty("total_tokens").GetInt32());
        Assert.Equal(3, (await PostAsync(host, """{"model":"m","input":[1,2,3],"dimensions":8}""")).GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task The_limits_of_the_provider_are_kept()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        Assert.Equal(2048, (await ClientFor(host).GenerateEmbeddingsAsync(Enumerable.Repeat("a", 2048), Short)).Value.Count);
        await RefusedAsync(Enumerable.Repeat("a", 2049), "array_above_max_length", "invalid_request_error");
        var large = new string('x', 4 * 8192);
        Assert.Equal(36, (await ClientFor(host).GenerateEmbeddingsAsync(Enumerable.Repeat(large, 36), Short)).Value.Count);
        await RefusedAsync(Enumerable.Repeat(large, 37), "max_tokens_per_request", "max_tokens_per_request");
        await RefusedAsync([large + "x"], null, "invalid_request_error");
        await RefusedAsync(["a", ""], null, "invalid_request_error");
        Assert.Equal(4, host.Counters.Failed4xx);

        async Task RefusedAsync(IEnumerable<string> inputs, string? code, string type)
        {
            var error = await Assert.ThrowsAsync<ClientResultException>(() => ClientFor(host).GenerateEmbeddingsAsync(inputs, Short));
            Assert.Equal(400, error.Status);
            var body = JsonElement.Parse(error.GetRawResponse()!.Content).GetProperty("error");
            Assert.Equal((code, type), (body.GetProperty("code").GetString(), body.GetProperty("type").GetString()));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"model":"m"}""")]
    [InlineData("""{"model":"m","input":[]}""")]
    [InlineData("""{"model":"m","input":7}""")]
    [InlineData("""{"model":"m","input":[["a"]]}""")]
    [InlineData("""{"model":"m","input":[null]}""")]
    [InlineData("""{"model":"m","input":"a","dimensions":5000}""")]
    [InlineData("[]")]
    public async Task A_body_that_makes_no_sense_is_refused(string body)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        Assert.Equal("invalid_request_error", (await PostAsync(host, body)).GetProperty("error").GetProperty("type").GetString());
        Assert.Equal(1, host.Counters.Failed4xx);
    }

    [Fact]
    public async Task Markers_and_shares_work_as_for_completions()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var client = ClientFor(host);
        Assert.Equal(400, (await Assert.ThrowsAsync<ClientResultException>(() => client.GenerateEmbeddingsAsync(["a", "b [simulate:400]", "c"], Short))).Status);
        Assert.Equal(500, (await Assert.ThrowsAsync<ClientResultException>(() => client.GenerateEmbeddingsAsync(["[simulate:500*1]"], Short))).Status);
        Assert.Single((await client.GenerateEmbeddingsAsync(["[simulate:500*1]"], Short)).Value);
        Assert.Equal([0], (await client.GenerateEmbeddingsAsync(["a", "[simulate:missing]"], Short)).Value.Select(embedding => embedding.Index));
        Assert.Equal([0, 1, 2], (await client.GenerateEmbeddingsAsync(["a", "[simulate:extra]"], Short)).Value.Select(embedding => embedding.Index));
        Assert.Equal([1, 0], (await client.GenerateEmbeddingsAsync(["a", "[simulate:shuffled]"], Short)).Value.Select(embedding => embedding.Index));
        Assert.Equal([0, 0], (await client.GenerateEmbeddingsAsync(["a", "[simulate:noindex]"], Short)).Value.Select(embedding => embedding.Index));
        Assert.Empty((await client.GenerateEmbeddingsAsync(["[simulate:missing][simulate:missing]"], Short)).Value);

        await using var limited = await SimulatedProviderHost.StartAsync(new() { TokensPerMinute = 10 });
        await ClientFor(limited).GenerateEmbeddingsAsync(["12345678"], Short);
        Assert.Equal(429, (await Assert.ThrowsAsync<ClientResultException>(() => ClientFor(limited).GenerateEmbeddingsAsync([new string('x', 40)], Short))).Status);
    }

    private static EmbeddingClient ClientFor(SimulatedProviderHost host, string model = "text-embedding-3-small") =>
        new(model, new ApiKeyCredential("test-key"), new OpenAIClientOptions { Endpoint = host.Endpoint, RetryPolicy = new ClientRetryPolicy(0) });

    private static async Task<JsonElement> PostAsync(SimulatedProviderHost host, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Endpoint}/embeddings") { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", "key");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
