using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.GenAI.Types;

namespace Google.GenAI.Types
{
    public class Part
    {
        public string? Text { get; set; }

        public static Part FromText(string text) => new() { Text = text };
    }

    public class Content
    {
        public List<Part>? Parts { get; set; }

        public string? Role { get; set; }
    }

    public class Candidate
    {
        public Content? Content { get; set; }
    }

    public class GenerateContentConfig
    {
        public double? Temperature { get; set; }

        public Content? SystemInstruction { get; set; }
    }

    public class GenerateContentResponse
    {
        public List<Candidate>? Candidates { get; set; }

        public string? Text => Candidates?.FirstOrDefault()?.Content?.Parts?.FirstOrDefault()?.Text;
    }
}

namespace Google.GenAI
{
    /// <summary>The constructor is the stub's own: the library makes the object itself.</summary>
    public sealed class Models(Func<string, List<Content>, GenerateContentConfig?, CancellationToken, Task<GenerateContentResponse>> send)
    {
        public Task<GenerateContentResponse> GenerateContentAsync(string model, List<Content> contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => send(model, contents, config, cancellationToken);

        public Task<GenerateContentResponse> GenerateContentAsync(string model, Content contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => GenerateContentAsync(model, [contents], config, cancellationToken);

        public Task<GenerateContentResponse> GenerateContentAsync(string model, string contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => GenerateContentAsync(model, new Content { Role = "user", Parts = [Part.FromText(contents)] }, config, cancellationToken);

        public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamAsync(string model, string contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    public sealed class Client(Models models)
    {
        public Models Models { get; } = models;
    }
}
