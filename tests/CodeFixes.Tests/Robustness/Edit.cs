using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>How a case is damaged.</summary>
public enum EditKind
{
    /// <summary>One token is missing.</summary>
    TokenDeleted,

    /// <summary>One statement stands there twice.</summary>
    StatementDoubled,

    /// <summary>A type cannot be found: a library, a <c>using</c>, its declaration or one mention of it is missing.</summary>
    TypeMissing,

    /// <summary>Some tokens are deleted, doubled, exchanged, or replaced by tokens of other cases.</summary>
    Random,
}

/// <summary>One way to damage a case.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="What">What is done, for whoever has to do it again.</param>
internal abstract record Edit(EditKind Kind, string What);

/// <summary>A change of the text of one file.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="What">What is done.</param>
/// <param name="File">The index of the file in the project.</param>
/// <param name="Changes">The changes, which do not overlap.</param>
internal sealed record TextEdit(EditKind Kind, string What, int File, ImmutableArray<TextChange> Changes) : Edit(Kind, What);

/// <summary>References that are taken away.</summary>
/// <param name="What">What is taken away.</param>
/// <param name="IsKept">Whether a reference stays.</param>
internal sealed record ReferenceEdit(string What, Func<MetadataReference, bool> IsKept) : Edit(EditKind.TypeMissing, What);
