#pragma warning disable OPENAI001
using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Audio;
using OpenAI.Images;
using OpenAI.Moderations;
using OpenAI.Responses;

namespace Scripted;

public sealed class Response : PipelineResponse
{
    public override int Status => 200;

    public override string ReasonPhrase => string.Empty;

    public override Stream? ContentStream { get; set; }

    public override BinaryData Content => BinaryData.Empty;

    protected override PipelineResponseHeaders HeadersCore => null!;

    public static ClientResult<T> Of<T>(T value) => ClientResult.FromValue(value, new Response());

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

    public override void Dispose()
    {
    }
}

public sealed class ScriptedModerations(Func<string, CancellationToken, Task<string>> ask) : ModerationClient
{
    public override async Task<ClientResult<ModerationResult>> ClassifyTextAsync(string input, CancellationToken cancellationToken = default) =>
        Response.Of(OpenAIModerationsModelFactory.ModerationResult(flagged: (await ask("moderate " + input, cancellationToken)).Length % 2 == 0));

    public override ClientResult<ModerationResult> ClassifyText(string input, CancellationToken cancellationToken = default) => ClassifyTextAsync(input, cancellationToken).GetAwaiter().GetResult();
}

public sealed class ScriptedResponses(Func<string, CancellationToken, Task<string>> ask) : ResponsesClient
{
    public override Task<ClientResult<ResponseResult>> CreateResponseAsync(string model, string userInputText, string? previousResponseId = null, CancellationToken cancellationToken = default) =>
        AnswerAsync($"{model}\n{userInputText}", cancellationToken);

    public override Task<ClientResult<ResponseResult>> CreateResponseAsync(string model, IEnumerable<ResponseItem> inputItems, string? previousResponseId = null, CancellationToken cancellationToken = default) =>
        AnswerAsync($"{model}\n{string.Join('\n', inputItems.Select(static item => ModelReaderWriter.Write(item)))}", cancellationToken);

    public override Task<ClientResult<ResponseResult>> CreateResponseAsync(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
        AnswerAsync(ModelReaderWriter.Write(options).ToString(), cancellationToken);

    public override ClientResult<ResponseResult> CreateResponse(string model, string userInputText, string? previousResponseId = null, CancellationToken cancellationToken = default) =>
        CreateResponseAsync(model, userInputText, previousResponseId, cancellationToken).GetAwaiter().GetResult();

    public override ClientResult<ResponseResult> CreateResponse(string model, IEnumerable<ResponseItem> inputItems, string? previousResponseId = null, CancellationToken cancellationToken = default) =>
        CreateResponseAsync(model, inputItems, previousResponseId, cancellationToken).GetAwaiter().GetResult();

    public override ClientResult<ResponseResult> CreateResponse(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
        CreateResponseAsync(options, cancellationToken).GetAwaiter().GetResult();

    private async Task<ClientResult<ResponseResult>> AnswerAsync(string request, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(await ask(request, cancellationToken));
        return Response.Of(ModelReaderWriter.Read<ResponseResult>(BinaryData.FromString(
            $$"""{"id":"r","object":"response","created_at":0,"model":"m","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":{{text}},"annotations":[]}]}],"parallel_tool_calls":true,"tools":[]}"""))!);
    }
}

public sealed class ScriptedAudio(Func<string, CancellationToken, Task<string>> ask) : AudioClient
{
    public override async Task<ClientResult<BinaryData>> GenerateSpeechAsync(string text, GeneratedSpeechVoice voice, SpeechGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Response.Of(BinaryData.FromString(await ask($"{voice} {options?.SpeedRatio}\n{text}", cancellationToken)));

    public override async Task<ClientResult<AudioTranscription>> TranscribeAudioAsync(string audioFilePath, AudioTranscriptionOptions? options = null) =>
        Response.Of(OpenAIAudioModelFactory.AudioTranscription(text: await ask($"transcribe {options?.Language} {audioFilePath}", CancellationToken.None)));

    public override async Task<ClientResult<AudioTranslation>> TranslateAudioAsync(string audioFilePath, AudioTranslationOptions? options = null) =>
        Response.Of(OpenAIAudioModelFactory.AudioTranslation(text: await ask($"translate {audioFilePath}", CancellationToken.None)));

    public override ClientResult<BinaryData> GenerateSpeech(string text, GeneratedSpeechVoice voice, SpeechGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateSpeechAsync(text, voice, options, cancellationToken).GetAwaiter().GetResult();

    public override ClientResult<AudioTranscription> TranscribeAudio(string audioFilePath, AudioTranscriptionOptions? options = null) => TranscribeAudioAsync(audioFilePath, options).GetAwaiter().GetResult();

    public override ClientResult<AudioTranslation> TranslateAudio(string audioFilePath, AudioTranslationOptions? options = null) => TranslateAudioAsync(audioFilePath, options).GetAwaiter().GetResult();
}

public sealed class ScriptedImages(Func<string, CancellationToken, Task<string>> ask) : ImageClient
{
    public override async Task<ClientResult<GeneratedImage>> GenerateImageAsync(string prompt, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Response.Of(OpenAIImagesModelFactory.GeneratedImage(revisedPrompt: await ask($"draw {options?.Size}\n{prompt}", cancellationToken)));

    public override ClientResult<GeneratedImage> GenerateImage(string prompt, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateImageAsync(prompt, options, cancellationToken).GetAwaiter().GetResult();
}
