using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using Documents;
using OpenAI;
using OpenAI.Chat;

Settings settings;
try
{
    settings = Settings.Read(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}

var calls = new CallCounter();
var clientOptions = new OpenAIClientOptions { Endpoint = settings.Endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
clientOptions.AddPolicy(calls, PipelinePosition.PerTry);
var client = new ChatClient(settings.Model, new ApiKeyCredential(settings.ApiKey), clientOptions);

var elapsed = Stopwatch.StartNew();
if (settings.Includes("chunks"))
{
    var texts = await new ChunkSituator(client).SituateAsync(SampleDocumentation.Chunks, SampleDocumentation.Pages);
    Report.Chunks(SampleDocumentation.Chunks, texts);
}

var summariser = new CodeExampleSummariser(client);
if (settings.Includes("summaries"))
{
    Report.Summaries(SampleDocumentation.CodeExamples, await summariser.SummariseAsync(SampleDocumentation.CodeExamples));
}

if (settings.Includes("examples"))
{
    await summariser.AddSummariesAsync(SampleDocumentation.CodeExamples);
    Report.Examples(SampleDocumentation.CodeExamples);
}

if (settings.Includes("sources"))
{
    Report.Sources(await new SourceSummariser(client).SummariseAsync(SampleDocumentation.Sources));
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds} {calls.Calls}");
return 0;
