using System.ClientModel.Primitives;
using OpenAI;

namespace BatchMigrate.Checkpointing;

/// <summary>Writes and reads the OpenAI library's types without reflection.</summary>
internal static class OpenAIJson
{
    // The library still reserves the right to change its context, but the overloads without one cannot be trimmed or compiled ahead of time.
#pragma warning disable OPENAI001
    internal static BinaryData Write<T>(T value)
        where T : IPersistableModel<T> => ModelReaderWriter.Write(value, ModelReaderWriterOptions.Json, OpenAIContext.Default);

    internal static T Read<T>(BinaryData json)
        where T : IPersistableModel<T> => ModelReaderWriter.Read<T>(json, ModelReaderWriterOptions.Json, OpenAIContext.Default)!;
#pragma warning restore OPENAI001
}
