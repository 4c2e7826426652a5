using System.Collections.Immutable;
using BatchMigrate.Verification;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>What a program shows to be wrong: in the package, or in what the generator thinks of it.</summary>
/// <param name="Kind">What is wrong. A smaller program counts as the same finding where this is the same.</param>
/// <param name="Detail">The first differences, for people.</param>
internal sealed record Flaw(string Kind, string Detail);

/// <summary>What became of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Verdict">Whether it was fixed, blocked or left alone.</param>
/// <param name="Messages">What was reported.</param>
/// <param name="FixedText">The text after the fix; null where there is none.</param>
/// <param name="Flaw">What is wrong; null where nothing is.</param>
internal sealed record Outcome(RandomProgram Program, Verdict Verdict, ImmutableArray<string> Messages, string? FixedText, Flaw? Flaw);
