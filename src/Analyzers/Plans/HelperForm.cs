using System.Collections.Immutable;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;

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
/// <param name="Size">How many it is given at most.</param>
internal sealed record BulkForm(ImmutableArray<IParameterSymbol> Varying, string ListName, int Size) : HelperForm(Varying);

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
