using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Packing;

/// <summary>The types of answers that need no telling.</summary>
internal static class PackAnswers
{
    internal static JsonTypeInfo<string> Text { get; } = (JsonTypeInfo<string>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string));
}
