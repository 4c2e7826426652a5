using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>How a method for one item is called for many.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
internal abstract record HelperForm(ImmutableArray<IParameterSymbol> Varying);

/// <summary>A method for many items is there already.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
/// <param name="Name">Its name.</param>
/// <param name="ListName">The name of the parameter that takes the list.</param>
/// <param name="GivesItems">Whether it gives an outcome for each item, rather than plain results.</param>
internal sealed record SiblingForm(ImmutableArray<IParameterSymbol> Varying, string Name, string ListName, bool GivesItems) : HelperForm(Varying);

/// <summary>The call has an overload of the same name for many, which gives nothing back.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
/// <param name="ListName">The name of the parameter that takes the list.</param>
internal sealed record BulkForm(ImmutableArray<IParameterSymbol> Varying, string ListName) : HelperForm(Varying);

/// <summary>The client has a method for many of another name.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
/// <param name="Many">The method.</param>
/// <param name="Call">What the catalogue says of it.</param>
/// <param name="Element">The type of the object that it takes for each request; null where it takes the requests as they are.</param>
/// <param name="Members">What an object holds.</param>
/// <param name="Outcome">The type of an outcome; null where outcomes are not asked for.</param>
internal sealed record ListForm(ImmutableArray<IParameterSymbol> Varying, IMethodSymbol Many, ListCall Call, INamedTypeSymbol? Element, ImmutableArray<ObjectMember> Members, ITypeSymbol? Outcome) : HelperForm(Varying);

/// <summary>What one member of a request object is given.</summary>
/// <param name="Path">The way to the member: all but the last are objects of their own.</param>
/// <param name="Value">The argument as it is written, or the initializer of the collection that it makes; null where <paramref name="Text"/> says all.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Text">A fixed text.</param>
internal sealed record ObjectMember(ImmutableArray<string> Path, ExpressionSyntax? Value, MemberForm Form, string? Text = null);

/// <summary>How a member of a request object is written.</summary>
internal enum MemberForm
{
    /// <summary>It is assigned.</summary>
    Assigned,

    /// <summary>It is a collection that the value is added to.</summary>
    Added,

    /// <summary>It is a collection that the elements of a block of memory are added to.</summary>
    AddedFromMemory,

    /// <summary>It is a collection with the value's own initializer.</summary>
    Initialized,
}

/// <summary>The method can be cut: a method for many items is added beside it.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
/// <param name="Name">The name of the added method.</param>
/// <param name="Helper">The method.</param>
/// <param name="Split">Its cut body.</param>
/// <param name="IsInOrder">Whether the method gives nothing back, so that the added one works through the answers itself and stops at the first failure, as the loop did.</param>
internal sealed record SplitForm(ImmutableArray<IParameterSymbol> Varying, string Name, Helper Helper, BodySplit Split, bool IsInOrder) : HelperForm(Varying);

/// <summary>The method stays as it is and runs for several items at once.</summary>
/// <param name="Varying">The parameters that get another argument for each item.</param>
internal sealed record OverlapForm(ImmutableArray<IParameterSymbol> Varying) : HelperForm(Varying);
