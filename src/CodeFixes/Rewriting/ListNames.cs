using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Names for lists of what has a name for one.</summary>
internal static class ListNames
{
    /// <summary>The name of the list that takes the place of parameters.</summary>
    public static string Of(ImmutableArray<IParameterSymbol> parameters) => parameters.Length == 1 && parameters[0].Name.Length > 1 ? Plural(parameters[0].Name) : "inputs";

    /// <summary>The name of the list of what is handed over for each item.</summary>
    public static string Of(CallSite site, HelperForm form) => form is ListForm { Element: not null } list ? list.Call.List : form.Varying.Length == 1 && TakesList(site, form.Varying[0]) ? form.Varying[0].Name : Of(form.Varying);

    /// <summary>The name of one of what a parameter takes.</summary>
    public static string OneOf(CallSite site, IParameterSymbol parameter) =>
        TakesList(site, parameter) && parameter.Name.Length > 2 && parameter.Name.EndsWith("s", StringComparison.Ordinal) ? parameter.Name.Substring(0, parameter.Name.Length - 1) : parameter.Name;

    private static bool TakesList(CallSite site, IParameterSymbol parameter) => site.Call.Bulk is { TakesLists: true } bulk && bulk.One.Ordinal == parameter.Ordinal;

    /// <summary>The name of a list of requests.</summary>
    public static string Of(SingleCall call) => call.Entry.Kind == CallKind.Embedding ? "inputs" : call.Shape == RequestShape.Value ? "prompts" : "messagesList";

    private static string Plural(string name)
    {
        if (name.EndsWith("y", StringComparison.Ordinal) && name.Length > 1 && !"aeiou".Contains(name[name.Length - 2]))
        {
            return name.Substring(0, name.Length - 1) + "ies";
        }

        return name.EndsWith("ss", StringComparison.Ordinal) || name.EndsWith("x", StringComparison.Ordinal) || name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) ? name + "es"
            : name.EndsWith("s", StringComparison.Ordinal) ? name + "List"
            : name + "s";
    }
}
