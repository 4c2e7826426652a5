using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>
/// Takes objects apart into named values, so that changes to items are seen even where an exception cut the program short. Only the program's own
/// types and the framework's collections and tuples are looked into; what a lazy sequence would give is not asked.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="space">The namespace of which static fields are looked at; null for all.</param>
internal sealed class StateText(Assembly program, string? space = null)
{
    private const int MostDepth = 8;
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The static fields of the program's own types.</summary>
    public IEnumerable<(string Path, string Value)> StaticFields() =>
        from type in program.GetTypes()
        where !type.Name.Contains('<') && !type.ContainsGenericParameters && (space is null || type.Namespace == space)
        orderby type.FullName
        from field in type.GetFields(Statics)
        where !field.IsLiteral
        orderby field.Name
        from leaf in Leaves(type.FullName + "." + NameOf(field), field.GetValue(null))
        select leaf;

    /// <summary>One value in one line.</summary>
    public string Of(object? value) => string.Join(", ", Leaves(string.Empty, value).Select(static l => l.Path.Length == 0 ? l.Value : l.Path + " " + l.Value));

    /// <summary>The values that an object holds, each with the way to it.</summary>
    public List<(string Path, string Value)> Leaves(string path, object? value)
    {
        var leaves = new List<(string, string)>();
        Collect(leaves, path, value);
        return leaves;
    }

    private static string? Text(object? value) => value switch
    {
        null => "null",
        string or StringBuilder => $"\"{value}\"",
        bool => value.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Exception exception => Trace.Describe(exception),
        OpenAI.Chat.ChatCompletion completion => "completion " + completion.Content[0].Text,
        System.ClientModel.ClientResult<OpenAI.Chat.ChatCompletion> result => Text(result.Value),
        Microsoft.Extensions.AI.ChatResponse response => "response " + response.Text,
        ReadOnlyMemory<float> vector => "vector " + string.Join(' ', vector.ToArray()),
        OpenAI.Embeddings.OpenAIEmbedding embedding => Text(embedding.ToFloats()),
        System.ClientModel.ClientResult<OpenAI.Embeddings.OpenAIEmbedding> result => Text(result.Value),
        Microsoft.Extensions.AI.Embedding<float> embedding => Text(embedding.Vector),
        _ => null,
    };

    private void Collect(List<(string Path, string Value)> leaves, string path, object? value)
    {
        if (Text(value) is { } text)
        {
            leaves.Add((path, text));
            return;
        }

        var type = value!.GetType();
        if (_open.Count >= MostDepth || (!type.IsValueType && !_open.Add(value)))
        {
            leaves.Add((path, "…"));
            return;
        }

        if (type.Namespace == "System.Collections.Concurrent")
        {
            // Elements that several threads have put in have no order.
            foreach (var element in (IEnumerable)value)
            {
                leaves.Add(($"{path}{{{Of(element)}}}", "there"));
            }
        }
        else if (IsCollection(type))
        {
            var i = 0;
            foreach (var element in (IEnumerable)value)
            {
                Collect(leaves, $"{path}[{i++}]", element);
            }

            leaves.Add((path + ".Count", i.ToString(CultureInfo.InvariantCulture)));
        }
        else if (IsOwn(type) || IsTuple(type))
        {
            for (var current = type; current is not null && (current == type || IsOwn(current)); current = current.BaseType)
            {
                foreach (var field in current.GetFields(Fields).OrderBy(static f => f.Name, StringComparer.Ordinal))
                {
                    Collect(leaves, $"{path}.{NameOf(field)}", field.GetValue(value));
                }
            }
        }
        else
        {
            leaves.Add((path, type.Name));
        }

        _open.Remove(value);
    }

    /// <summary>The property's name where the compiler made the field for it.</summary>
    private static string NameOf(FieldInfo field) => field.Name is ['<', ..] ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private bool IsOwn(Type type) => type.Assembly == program && !type.Name.Contains('<');

    private static bool IsTuple(Type type) =>
        type.IsGenericType && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && (type.IsValueType || type.Name.StartsWith("Tuple", StringComparison.Ordinal));

    private bool IsCollection(Type type) => type.IsArray
        || (type.Assembly != program && type.GetInterfaces().Any(static i => i == typeof(ICollection) || (i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(ICollection<>) || d == typeof(IReadOnlyCollection<>)))));
}
