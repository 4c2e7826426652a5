using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using Documents;
using Microsoft.Extensions.AI;
using OpenAI;

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
var openAI = new OpenAIClient(new ApiKeyCredential(settings.ApiKey), clientOptions);
using IChatClient client = new OpenAIChatClientAdapter(openAI.GetChatClient(settings.Model), settings.Model);

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
    Report.Descriptions(await summariser.DescribeAsync(SampleDocumentation.CodeExamples));
}

if (settings.Includes("sources"))
{
    Report.Sources(await new SourceSummariser(client).SummariseAsync(SampleDocumentation.Sources));
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds} {calls.Calls}");
return 0;
