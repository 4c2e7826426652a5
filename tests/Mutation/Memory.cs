using System.Collections.Immutable;
using System.Reflection;

namespace BatchMigrate.Mutation;

/// <summary>What an assembly keeps in static fields: after a change it must neither remember what it thought before, nor go by tables that were filled without the change.</summary>
/// <param name="assembly">The assembly. It has to be compiled without optimisation, which would take read-only fields for constants.</param>
/// <param name="isMeant">Whether the fields of a type are meant.</param>
internal sealed class Memory(Assembly assembly, Func<Type, bool> isMeant)
{
    private readonly ImmutableArray<nint> initializers =
    [
        .. assembly.GetTypes()
            .Where(t => !t.ContainsGenericParameters && t.Namespace is { } name && name.StartsWith("BatchMigrate.", StringComparison.Ordinal) && isMeant(t))
            .Select(static t => t.TypeInitializer).OfType<ConstructorInfo>()
            .Select(static c => c.MethodHandle.GetFunctionPointer()),
    ];

    /// <summary>Fills static fields anew.</summary>
    public unsafe void Forget()
    {
        foreach (var initializer in initializers)
        {
            // Reflection would run it once only.
            ((delegate* managed<void>)initializer)();
        }
    }
}
