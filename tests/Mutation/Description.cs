using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Mutation;

/// <summary>A plan as text, with all that its properties give, so that two plans are the same where their texts are.</summary>
internal sealed class Description
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> Properties = new();

    private readonly StringBuilder text = new();
    private readonly Dictionary<object, int> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Describes plans.</summary>
    public static string Of(IEnumerable<Plan?> plans)
    {
        var description = new Description();
        description.Add(plans);
        return description.text.ToString();
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                _ = text.Append("null");
                break;
            case string or ValueType and (IConvertible or Enum):
                _ = text.Append('"').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('"');
                break;
            case SyntaxNode node:
                Add(node);
                break;
            case IOperation operation:
                _ = text.Append(operation.Kind).Append(' ');
                Add(operation.Syntax);
                break;
            case ISymbol symbol:
                _ = text.Append(symbol.ToDisplayString()).Append(' ').Append(symbol.Locations.FirstOrDefault()?.SourceSpan);
                break;
            case SyntaxTree or Location or SyntaxToken or SemanticModel or Compilation:
                _ = text.Append(value);
                break;
            case ITuple tuple:
                Add(Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToList());
                break;
            case IEnumerable items:
                Add(items);
                break;
            case var _ when !IsOurs(value.GetType()):
                _ = text.Append(value.GetType().Name);
                break;
            case var _ when known.TryGetValue(value, out var before):
                _ = text.Append('#').Append(before);
                break;
            default:
                known.Add(value, known.Count);
                AddProperties(value);
                break;
        }
    }

    private void Add(SyntaxNode node)
    {
        _ = text.Append(node.RawKind).Append(node.Span);
        if (!node.SyntaxTree.HasCompilationUnitRoot || string.IsNullOrEmpty(node.SyntaxTree.FilePath))
        {
            _ = text.Append(node);
        }
        else
        {
            _ = text.Append(node.SyntaxTree.FilePath);
        }
    }

    private void Add(IEnumerable items)
    {
        if (items.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && (bool)type.GetProperty("IsDefault")!.GetValue(items)!)
        {
            _ = text.Append("default");
            return;
        }

        // A set has no order that could be told.
        var isSet = items is IDictionary || items.GetType().GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(ISet<>) || d == typeof(IReadOnlySet<>) || d == typeof(IImmutableSet<>)));
        var parts = new List<string>();
        foreach (var item in items)
        {
            var start = text.Length;
            Add(item);
            parts.Add(text.ToString(start, text.Length - start));
            text.Length = start;
        }

        if (isSet)
        {
            parts.Sort(StringComparer.Ordinal);
        }

        _ = text.Append('[').Append(string.Join(", ", parts)).Append(']');
    }

    private void AddProperties(object value)
    {
        _ = text.Append(value.GetType().Name).Append(" { ");
        foreach (var property in Properties.GetOrAdd(value.GetType(), static t => [.. t.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static p => p.GetIndexParameters().Length == 0)]))
        {
            _ = text.Append(property.Name).Append(" = ");
            Add(ValueOf(property, value));
            _ = text.Append("; ");
        }

        _ = text.Append('}');
    }

    private static object? ValueOf(PropertyInfo property, object of)
    {
        try
        {
            return property.GetValue(of);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.GetType().Name;
        }
    }

    private static bool IsOurs(Type type) =>
        type.Assembly == typeof(Plan).Assembly && !type.Namespace!.EndsWith(".Catalog", StringComparison.Ordinal);
}
