using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>What a well-known method does.</summary>
[Flags]
internal enum Effect
{
    /// <summary>Nothing that another part of the program could see.</summary>
    Pure = 0,
    ReadsReceiver = 1,
    WritesReceiver = 2,

    /// <summary>Walks the first argument, without looking into its elements.</summary>
    WalksFirstArgument = 4,
    ReadsArguments = 8,
    WritesArguments = 16,
    WritesConsole = 32,
    WritesLog = 64,
    ReadsClock = 128,
    ReadsFiles = 256,
    WritesFiles = 512,
    DrawsRandom = 1024,

    /// <summary>Waits for time to pass, and nothing else.</summary>
    Waits = 2048,

    /// <summary>Waits for a person.</summary>
    AsksPerson = 4096,
}

/// <summary>The effects of well-known methods, as data; a method that is not here is followed or not known.</summary>
internal static class KnownMethods
{
    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create(
        "ToString", "Equals", "GetHashCode", "CompareTo", "GetType", "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "IndexOf", "LastIndexOf", "ToArray", "ToList",
        "GetEnumerator", "GetAsyncEnumerator", "Find", "FindAll", "FindIndex", "FindLast", "Exists", "TrueForAll", "BinarySearch", "GetRange", "CopyTo", "Peek", "TryPeek", "AsReadOnly",
        "GetValueOrDefault", "GetLength", "Slice", "AsSpan", "ConvertAll", "IsSubsetOf", "IsSupersetOf", "Overlaps", "SetEquals", "GetAwaiter", "ConfigureAwait", "AsTask");

    private static readonly ImmutableHashSet<string> ArrayWriters = ImmutableHashSet.Create("Sort", "Reverse", "Clear", "Fill", "Copy", "Resize", "ConstrainedCopy", "SetCount");

    private static readonly ImmutableHashSet<string> Filters = ImmutableHashSet.Create(
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Skip", "SkipLast", "SkipWhile", "Take", "TakeLast", "TakeWhile", "Distinct", "DistinctBy", "Reverse", "AsEnumerable", "OfType", "Cast");

    private static readonly ImmutableHashSet<string> Acquirers = ImmutableHashSet.Create(
        "Wait", "WaitAsync", "WaitOne", "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock");

    private static readonly ImmutableHashSet<string> FileReaders = ImmutableHashSet.Create("Exists", "OpenRead", "OpenText");

    /// <summary>A source without the calls around it that leave elements out or change their order, but hand out the same ones.</summary>
    public static IOperation WithoutFilters(IOperation source)
    {
        while (true)
        {
            switch (source)
            {
                case IConversionOperation { Conversion.IsUserDefined: false } conversion:
                    source = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "Enumerable" or "AsyncEnumerable" } method, Arguments.Length: > 0 } filter when Filters.Contains(method.Name):
                    source = filter.Arguments[0].Value;
                    break;
                default:
                    return source;
            }
        }
    }

    /// <summary>Whether a method makes a collection of its own from the elements of its first argument.</summary>
    public static bool Copies(IMethodSymbol method) =>
        method.IsStatic && method.ContainingType.Name is "Enumerable" or "AsyncEnumerable" or "ImmutableArray" or "ImmutableList" && method.Name.StartsWith("To", StringComparison.Ordinal) && TypeFacts.IsSystem(method.ContainingType);

    /// <summary>Whether a method takes something that is given back later: a lock, a semaphore's place.</summary>
    public static bool Acquires(IMethodSymbol method) =>
        TypeFacts.IsIn(method.ContainingType, "System.Threading") && Acquirers.Contains(method.Name) && method.ContainingType.Name != "Volatile";

    /// <summary>The known effect of a method; null when it is not known.</summary>
    public static Effect? Find(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || method.MethodKind == MethodKind.DelegateInvoke)
        {
            return null;
        }

        if (IsLogging(method, type))
        {
            return Effect.WritesLog;
        }

        var ns = TypeFacts.NamespaceOf(type);
        if (ns is "Microsoft.Extensions.AI" or "BatchMigrate" || ns.StartsWith("OpenAI.", StringComparison.Ordinal))
        {
            return method switch
            {
                { IsStatic: true } => method.Name.StartsWith("Add", StringComparison.Ordinal) ? Effect.WritesArguments : Effect.ReadsArguments,
                { Name: "Clone" } => Effect.ReadsReceiver,
                _ => Readers.Contains(method.Name) ? Effect.ReadsReceiver : null,
            };
        }

        if (!ns.StartsWith("System", StringComparison.Ordinal))
        {
            // A history, a set of arguments: a list or a dictionary by another name.
            return !method.IsStatic && ModelLibraries.Contains(type) && TypeFacts.IsCollection(type) ? OfCollection(method) : null;
        }

        return method.IsStatic ? FindStatic(method, type.Name, ns) : FindInstance(method, type, ns);
    }

    private static bool IsLogging(IMethodSymbol method, INamedTypeSymbol type) =>
        (type.Name is "ILogger" or "LoggerExtensions" or "LoggerMessage" && TypeFacts.IsIn(type, "Microsoft.Extensions.Logging"))
        || (type.Name is "Debug" or "Trace" && TypeFacts.IsIn(type, "System.Diagnostics"))
        || method.GetAttributes().Any(static a => a.AttributeClass?.Name == "LoggerMessageAttribute");

    private static Effect? FindStatic(IMethodSymbol method, string type, string ns) => (ns, type) switch
    {
        ("System", "Console") => method.Name.StartsWith("Read", StringComparison.Ordinal) ? Effect.AsksPerson : Effect.WritesConsole,
        ("System.Threading", "Thread") when method.Name == "Sleep" => Effect.Waits,
        ("System.Threading.Tasks", "Task") when method.Name is "Delay" or "Yield" => Effect.Waits,
        ("System.Diagnostics", "Stopwatch") => Effect.ReadsClock,
        ("System.Threading", "Monitor") => Effect.WritesArguments,
        ("System.Diagnostics", "Process") => null,
        ("System.IO", "Path") => Effect.Pure,
        ("System.IO", "File" or "Directory") => method.Name.StartsWith("Read", StringComparison.Ordinal) || method.Name.StartsWith("Get", StringComparison.Ordinal)
            || method.Name.StartsWith("Enumerate", StringComparison.Ordinal) || FileReaders.Contains(method.Name) ? Effect.ReadsFiles : Effect.WritesFiles,
        ("System.Linq", "Enumerable" or "AsyncEnumerable" or "ParallelEnumerable") => Effect.WalksFirstArgument,
        ("System", "Array") or ("System.Runtime.InteropServices", "CollectionsMarshal") or ("System", "MemoryExtensions") when ArrayWriters.Contains(method.Name) => Effect.WritesArguments,
        ("System", "Environment") when method.Name is "Exit" or "FailFast" or "SetEnvironmentVariable" => null,
        ("System", "GC" or "AppDomain") => null,
        ("System.Collections.Generic", "CollectionExtensions") when method.Name is not ("GetValueOrDefault" or "AsReadOnly") => Effect.WritesArguments,
        ("System", "Buffer") => Effect.WritesArguments,
        _ when method.Parameters.Any(static p => p.Type.Name is "Span" or "Memory") => Effect.WritesArguments,
        _ => Effect.ReadsArguments,
    };

    /// <summary>Whether a method is given room to write into.</summary>
    private static bool FillsBuffer(IMethodSymbol method) =>
        (method.ContainingType.SpecialType != SpecialType.System_String || method.Name is "CopyTo" or "TryCopyTo")
        && method.Parameters.Any(static p => !p.IsParams && (p.Type is IArrayTypeSymbol || (p.Type.Name is "Span" or "Memory" && TypeFacts.IsSystem(p.Type))));

    private static bool TakesCallback(IMethodSymbol method) => method.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Delegate);

    private static Effect OfCollection(IMethodSymbol method) =>
        Readers.Contains(method.Name) ? Effect.ReadsReceiver : Effect.ReadsReceiver | Effect.WritesReceiver;

    private static Effect? FindInstance(IMethodSymbol method, INamedTypeSymbol type, string ns)
    {
        switch (ns)
        {
            case "System" when type.Name == "Random":
                return Effect.WritesReceiver | (FillsBuffer(method) ? Effect.WritesArguments : Effect.Pure);
            case "System" when type.Name == "TimeProvider":
                return Effect.ReadsClock;
            case "System.IO" when type.Name == "TextReader":
            case "System" when type.Name is "Delegate" or "IProgress" or "Progress":
                return null;
            case "System":
            case "System.Text":
            case "System.Threading":
            case "System.Threading.Tasks":
            case "System.Runtime.CompilerServices":
            case "System.Diagnostics":
            case string collections when collections.StartsWith("System.Collections", StringComparison.Ordinal):
                return FillsBuffer(method) ? Effect.ReadsReceiver | Effect.WritesArguments
                    : Readers.Contains(method.Name) || (TypeFacts.IsImmutable(type) && !TakesCallback(method)) ? Effect.ReadsReceiver : Effect.ReadsReceiver | Effect.WritesReceiver;
            case "System.IO" when type.Name.EndsWith("Writer", StringComparison.Ordinal):
                return Effect.ReadsReceiver | Effect.WritesReceiver;
            default:
                return null;
        }
    }
}
