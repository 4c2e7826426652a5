using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SimulatedProvider.Tests;

public sealed class BatchServiceTests : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly ManualClock _clock = new();

    public BatchServiceTests()
    {
        _clock.Advance(TimeSpan.FromDays(10_000));
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "key");
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Files_are_uploaded_listed_read_and_deleted()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var id = await UploadAsync(host, "one\n");
        var other = await UploadAsync(host, new string('x', 40_000_000));
        var file = await SendAsync(host, HttpMethod.Get, $"files/{id}");
        Assert.Equal(("file", "batch", "requests.jsonl", 4), (file.GetProperty("object").GetString(), file.GetProperty("purpose").GetString(), file.GetProperty("filename").GetString(), file.GetProperty("bytes").GetInt32()));
        Assert.Equal("one\n", await _http.GetStringAsync(new Uri($"{host.Endpoint}/files/{id}/content")));
        Assert.Equal([other, id], Ids(await SendAsync(host, HttpMethod.Get, "files")));
        Assert.Empty(Ids(await SendAsync(host, HttpMethod.Get, "files?purpose=assistants")));

        Assert.True((await SendAsync(host, HttpMethod.Delete, $"files/{id}")).GetProperty("deleted").GetBoolean());
        foreach (var path in (string[])[$"files/{id}", $"files/{id}/content"])
        {
            await SendAsync(host, HttpMethod.Get, path, status: HttpStatusCode.NotFound);
        }

        await SendAsync(host, HttpMethod.Delete, $"files/{id}", status: HttpStatusCode.NotFound);
        Assert.Equal(2, host.BatchCounters.Uploads);
    }

    [Theory]
    [InlineData("batch", "requests.txt")]
    [InlineData(null, "requests.jsonl")]
    public async Task A_file_of_another_kind_is_refused(string? purpose, string name)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var form = Form("one", purpose, name);
        using var response = await _http.PostAsync(new Uri($"{host.Endpoint}/files"), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await SendAsync(host, HttpMethod.Post, "files", "{}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        _http.DefaultRequestHeaders.Authorization = null;
        foreach (var path in (string[])["files", "files/x", "batches", "batches/x"])
        {
            await SendAsync(host, HttpMethod.Get, path, status: HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_batch_goes_through_its_states_and_then_has_its_files()
    {
        await using var host = await StartAsync(new() { ValidationTime = TimeSpan.FromMinutes(1), RunTime = TimeSpan.FromMinutes(10), FinalizingTime = TimeSpan.FromMinutes(1) });
        var lines = Enumerable.Range(0, 20).Select(i => Line($"r{i}", i == 7 ? "seven [simulate:400]" : i == 8 ? "eight [simulate:timeout]" : $"text{i}"));
        var id = await CreateAsync(host, string.Join('\n', lines), """{"a":"b"}""");
        Assert.Equal(("validating", 0), await StateAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("in_progress", 0), await StateAsync());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("in_progress", 10), await StateAsync());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(("finalizing", 20), await StateAsync());
        Assert.Equal(0, host.BatchCounters.Answered);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("completed", 18), await StateAsync());
        Assert.Equal(18, host.BatchCounters.Answered);

        var batch = await SendAsync(host, HttpMethod.Get, $"batches/{id}");
        Assert.Equal("b", batch.GetProperty("metadata").GetProperty("a").GetString());
        Assert.Equal(720, batch.GetProperty("completed_at").GetInt64() - batch.GetProperty("created_at").GetInt64());
        Assert.Equal(86_400, batch.GetProperty("expires_at").GetInt64() - batch.GetProperty("created_at").GetInt64());
        var answers = await LinesAsync(host, batch, "output_file_id");
        Assert.Equal(18, answers.Length);
        Assert.NotEqual(answers.Select(IdOf).Order(), answers.Select(IdOf));
        Assert.All(answers, line =>
        {
            var response = line.GetProperty("response");
            Assert.Equal(200, response.GetProperty("status_code").GetInt32());
            Assert.Contains($"text{IdOf(line)[1..]}", response.GetProperty("body").GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
        });
        var errors = (await LinesAsync(host, batch, "error_file_id")).ToDictionary(IdOf);
        Assert.Equal(400, errors["r7"].GetProperty("response").GetProperty("status_code").GetInt32());
        Assert.Equal(("request_timeout", JsonValueKind.Null), (errors["r8"].GetProperty("error").GetProperty("code").GetString(), errors["r8"].GetProperty("response").ValueKind));

        async Task<(string?, int)> StateAsync()
        {
            var state = await SendAsync(host, HttpMethod.Get, $"batches/{id}");
            return (state.GetProperty("status").GetString(), state.GetProperty("request_counts").GetProperty("completed").GetInt32());
        }
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("cancelled")]
    public async Task What_is_not_done_at_the_end_is_in_the_file_of_errors(string status)
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromHours(30), CancellingTime = TimeSpan.FromMinutes(1), FinishedShare = 0.4 });
        var id = await CreateAsync(host, string.Join('\n', Enumerable.Range(0, 10).Select(i => Line($"r{i}", "text"))));
        if (status == "cancelled")
        {
            Assert.Equal("cancelling", (await SendAsync(host, HttpMethod.Post, $"batches/{id}/cancel")).GetProperty("status").GetString());
        }

        _clock.Advance(TimeSpan.FromHours(24));
        var batch = await SendAsync(host, HttpMethod.Get, $"batches/{id}");
        Assert.Equal(status, batch.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Number, batch.GetProperty($"{status}_at").ValueKind);
        Assert.Equal(4, (await LinesAsync(host, batch, "output_file_id")).Length);
        Assert.Equal(Enumerable.Repeat($"batch_{status}", 6), (await LinesAsync(host, batch, "error_file_id")).Select(line => line.GetProperty("error").GetProperty("code").GetString()));
        await SendAsync(host, HttpMethod.Post, $"batches/{id}/cancel", status: HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("{", "invalid_json_line")]
    [InlineData("[]", "invalid_json_line")]
    [InlineData("{}", "missing_required_parameter")]
    [InlineData("""{"custom_id":"b","method":"POST","url":"/v1/chat/completions"}""", "missing_required_parameter")]
    [InlineData("""{"custom_id":"b","method":"POST","url":"/v1/embeddings","body":{"model":"m"}}""", "url_mismatch")]
    [InlineData("""{"custom_id":"b","method":"GET","url":"/v1/chat/completions","body":{"model":"m"}}""", "url_mismatch")]
    [InlineData("""{"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":{"model":"other"}}""", "model_mismatch")]
    [InlineData("""{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m"}}""", "duplicate_custom_id")]
    public async Task A_line_that_is_no_request_fails_the_batch(string line, string code)
    {
        await using var host = await StartAsync(new());
        var id = await CreateAsync(host, Line("a", "text") + "\n" + line);
        var error = Assert.Single(await ErrorsAsync(host, id));
        Assert.Equal((code, 2), (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32()));
        Assert.Equal(0, host.BatchCounters.Answered);
    }

    [Fact]
    public async Task A_file_that_is_none_fails_the_batch()
    {
        await using var host = await StartAsync(new() { MaxRequests = 1 });
        Assert.Equal("empty_file", Assert.Single(await ErrorsAsync(host, await CreateAsync(host, ""))).GetProperty("code").GetString());
        Assert.Equal("too_many_tasks", Assert.Single(await ErrorsAsync(host, await CreateAsync(host, Line("a", "x") + "\n" + Line("b", "x")))).GetProperty("code").GetString());
        var batch = await SendAsync(host, HttpMethod.Post, "batches", Creation("file-x"));
        Assert.Equal("file_not_found", Assert.Single(await ErrorsAsync(host, batch.GetProperty("id").GetString()!)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"endpoint":"/v1/chat/completions","completion_window":"24h"}""")]
    [InlineData("""{"input_file_id":"x","endpoint":"/v1/embeddings","completion_window":"24h"}""")]
    [InlineData("""{"input_file_id":"x","endpoint":"/v1/chat/completions","completion_window":"1h"}""")]
    [InlineData("""{"input_file_id":"x","endpoint":"/v1/chat/completions","completion_window":"24h","metadata":{"12345678901234567890123456789012345678901234567890123456789012345":""}}""")]
    public async Task A_creation_that_cannot_be_meant_is_refused(string body)
    {
        await using var host = await StartAsync(new());
        await SendAsync(host, HttpMethod.Post, "batches", body, HttpStatusCode.BadRequest);
        Assert.Equal(0, host.BatchCounters.Batches);
    }

    [Fact]
    public async Task Batches_are_listed_in_pages_with_the_newest_first()
    {
        await using var host = await StartAsync(new());
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await CreateAsync(host, Line("a", "x")));
        }

        ids.Reverse();
        var page = await SendAsync(host, HttpMethod.Get, "batches?limit=2");
        Assert.Equal(ids[..2], Ids(page));
        Assert.True(page.GetProperty("has_more").GetBoolean());
        page = await SendAsync(host, HttpMethod.Get, $"batches?limit=3&after={page.GetProperty("last_id").GetString()}");
        Assert.Equal(ids[2..], Ids(page));
        Assert.False(page.GetProperty("has_more").GetBoolean());
        host.Reset();
        Assert.Empty(Ids(await SendAsync(host, HttpMethod.Get, "batches")));
        await SendAsync(host, HttpMethod.Get, $"batches/{ids[0]}", status: HttpStatusCode.NotFound);
    }

    [Fact]
    public void Settings_that_cannot_be_meant_are_refused()
    {
        Assert.Throws<ArgumentException>(new SimulatedProviderOptions { BatchService = new() { FinishedShare = 2 } }.Validate);
        Assert.Throws<ArgumentException>(new SimulatedProviderOptions { BatchService = new() { RunTime = TimeSpan.FromSeconds(-1) } }.Validate);
        Assert.Throws<ArgumentException>(new SimulatedProviderOptions { BatchService = new() { MaxRequests = 0 } }.Validate);
    }

    private static string Line(string id, string text) =>
        $$$"""{"custom_id":"{{{id}}}","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":"{{{text}}}"}]}}""";

    private static string Creation(string fileId, string metadata = "{}") =>
        $$"""{"input_file_id":"{{fileId}}","endpoint":"/v1/chat/completions","completion_window":"24h","metadata":{{metadata}}}""";

    private static MultipartFormDataContent Form(string content, string? purpose, string name)
    {
        var form = new MultipartFormDataContent { { new StringContent(content), "file", name } };
        if (purpose is not null)
        {
            form.Add(new StringContent(purpose), "purpose");
        }

        return form;
    }

    private static string IdOf(JsonElement line) => line.GetProperty("custom_id").GetString()!;

    private static string[] Ids(JsonElement list) => [.. list.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private Task<SimulatedProviderHost> StartAsync(BatchServiceOptions service) => SimulatedProviderHost.StartAsync(new() { TimeProvider = _clock, BatchService = service });

    private async Task<string> UploadAsync(SimulatedProviderHost host, string content)
    {
        using var form = Form(content, "batch", "requests.jsonl");
        using var response = await _http.PostAsync(new Uri($"{host.Endpoint}/files"), form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }

    private async Task<string> CreateAsync(SimulatedProviderHost host, string lines, string metadata = "{}")
    {
        var batch = await SendAsync(host, HttpMethod.Post, "batches", Creation(await UploadAsync(host, lines), metadata));
        Assert.Equal("validating", batch.GetProperty("status").GetString());
        return batch.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement[]> ErrorsAsync(SimulatedProviderHost host, string id)
    {
        var batch = await SendAsync(host, HttpMethod.Get, $"batches/{id}");
        Assert.Equal("failed", batch.GetProperty("status").GetString());
        return [.. batch.GetProperty("errors").GetProperty("data").EnumerateArray()];
    }

    private async Task<JsonElement[]> LinesAsync(SimulatedProviderHost host, JsonElement batch, string file)
    {
        var text = await _http.GetStringAsync(new Uri($"{host.Endpoint}/files/{batch.GetProperty(file).GetString()}/content"));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private async Task<JsonElement> SendAsync(SimulatedProviderHost host, HttpMethod method, string path, string? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{host.Endpoint}/{path}"));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
