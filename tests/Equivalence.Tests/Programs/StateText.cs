using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>Writes out what objects hold, so that changes to items are seen even where an exception cut the program short.</summary>
internal sealed class StateText(Assembly program)
{
    private const int MostDepth = 8;
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The static fields of the program's own types.</summary>
    public IEnumerable<string> StaticFields() =>
        from type in program.GetTypes()
        where !type.Name.Contains('<') && !type.ContainsGenericParameters
        orderby type.FullName
        from field in type.GetFields(Statics)
        where !field.IsLiteral
        orderby field.Name
        select $"{type.FullName}.{field.Name} = {Of(field.GetValue(null))}";

    /// <summary>One value, written out.</summary>
    public string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return;
            case string or StringBuilder:
                text.Append('"').Append(value).Append('"');
                return;
            case Exception exception:
                text.Append(Trace.Describe(exception));
                return;
            case OpenAI.Chat.ChatCompletion completion:
                text.Append("completion ").Append(completion.Content[0].Text);
                return;
            case Microsoft.Extensions.AI.ChatResponse response:
                text.Append("response ").Append(response.Text);
                return;
            case System.ClientModel.ClientResult<OpenAI.Chat.ChatCompletion> result:
                Append(text, result.Value);
                return;
            case IFormattable formattable:
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                return;
            case bool:
                text.Append(value);
                return;
        }

        if (_open.Count >= MostDepth || (!value.GetType().IsValueType && !_open.Add(value)))
        {
            text.Append('…');
            return;
        }

        AppendObject(text, value);
        _open.Remove(value);
    }

    private void AppendObject(StringBuilder text, object value)
    {
        var type = value.GetType();
        if (type.IsArray || IsCollection(type))
        {
            text.Append('[').AppendJoin(", ", ((IEnumerable)value).Cast<object?>().Select(Of)).Append(']');
        }
        else if (type.IsGenericType && type.FullName!.StartsWith("System.", StringComparison.Ordinal) && (type.IsValueType || type.Name.StartsWith("Tuple", StringComparison.Ordinal)))
        {
            // Pairs and tuples; what a lazy sequence would give is not asked.
            text.Append('(').AppendJoin(", ", type.GetFields(Fields).Select(f => Of(f.GetValue(value)))).Append(')');
        }
        else if (type.Assembly == program && !type.Name.Contains('<'))
        {
            text.Append(type.Name).Append(" { ");
            for (var current = type; current is not null && current.Assembly == program; current = current.BaseType)
            {
                text.AppendJoin(", ", current.GetFields(Fields).OrderBy(static f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} = {Of(f.GetValue(value))}"));
            }

            text.Append(" }");
        }
        else
        {
            text.Append(type.Name);
        }
    }

    private bool IsCollection(Type type) =>
        type.Assembly != program && type.GetInterfaces().Any(static i => i == typeof(ICollection) || (i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(ICollection<>) || d == typeof(IReadOnlyCollection<>))));
}
