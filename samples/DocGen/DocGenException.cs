namespace DocGen;

/// <summary>What keeps the program from its work, in words for its user.</summary>
internal sealed class DocGenException(string message, Exception? inner = null) : Exception(message, inner);
