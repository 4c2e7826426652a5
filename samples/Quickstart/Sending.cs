namespace Quickstart;

/// <summary>How a program sends its requests.</summary>
internal enum Sending
{
    /// <summary>Each one after the answer to the one before.</summary>
    OneByOne,

    /// <summary>A group at a time, the next one after the last answer to the one before.</summary>
    InGroups,

    /// <summary>So many at a time, another one after each answer.</summary>
    Throttled,
}
