using System.Text.Json;

namespace SimulatedProvider;

/// <summary>A request of one of the endpoints, and how it is answered.</summary>
internal interface IExchange
{
    /// <summary>The request as one for a completion: what hashes, markers, gate and limits look at.</summary>
    ChatRequest Request { get; }

    /// <summary>What the answer says, and its tokens.</summary>
    Answer AnswerTo(ContentHash content, IReadOnlyList<SimulationMarker> markers, int words);

    /// <summary>The body of the answer where it does not come as a stream.</summary>
    ReadOnlyMemory<byte> Body(string id, DateTimeOffset created, Answer answer, IReadOnlyList<SimulationMarker> markers);
}

/// <summary>A request for a chat completion.</summary>
internal sealed class ChatExchange(ChatRequest request) : IExchange
{
    public ChatRequest Request => request;

    public static IExchange Read(JsonElement root) => new ChatExchange(ChatRequestReader.Read(root));

    public Answer AnswerTo(ContentHash content, IReadOnlyList<SimulationMarker> markers, int words) => Answer.To(request, content, markers, words);

    public ReadOnlyMemory<byte> Body(string id, DateTimeOffset created, Answer answer, IReadOnlyList<SimulationMarker> markers) =>
        ChatResponseWriter.Completion(id, created, request.Model, answer);
}
