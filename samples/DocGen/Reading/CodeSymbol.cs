namespace DocGen.Reading;

/// <summary>A type or a member that is to be documented.</summary>
/// <param name="Id">Its documentation id, such as <c>M:Ferries.Money.Add(Ferries.Money)</c>.</param>
/// <param name="Name">Its name with that of its type, such as <c>Money.Add</c>.</param>
/// <param name="Kind">What it is, such as <c>method</c>.</param>
/// <param name="Signature">Its declaration without its body.</param>
/// <param name="File">The file, relative to the folder, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Source">Its code, cut where it is long.</param>
internal sealed record CodeSymbol(string Id, string Name, string Kind, string Signature, string File, int Line, string Source);

/// <summary>What a file has to do with others.</summary>
/// <param name="Path">The file, relative to the folder, with slashes.</param>
/// <param name="Symbols">The names of its symbols.</param>
/// <param name="Uses">Types of other files that it uses, as <c>Port (Port.cs)</c>.</param>
/// <param name="UsedBy">Files that use its types.</param>
internal sealed record CodeFile(string Path, IReadOnlyList<string> Symbols, IReadOnlyList<string> Uses, IReadOnlyList<string> UsedBy);

/// <summary>A folder of code: its symbols in the order of files and lines.</summary>
internal sealed record CodeBase(IReadOnlyList<CodeSymbol> Symbols, IReadOnlyDictionary<string, CodeFile> Files);
