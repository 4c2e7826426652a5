using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <content>What calls do: known methods by the table, source methods by their summary, anything else by what it can reach.</content>
internal sealed partial class AccessCollector
{
    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        // A method handed over as a delegate is taken as called, with arguments that are not known.
        if (KnownMethods.Find(operation.Method) is not { } effect || (effect & ~(Effect.ReadsArguments | Effect.ReadsReceiver | Effect.WalksFirstArgument)) != 0)
        {
            Follow(operation.Method, operation.Instance, [], operation.Syntax);
        }

        base.VisitMethodReference(operation);
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (operation.Constructor is { } constructor)
        {
            if (summaries.Find(constructor, origins.Depth) is { } summary)
            {
                Include(summary, constructor, null, operation.Arguments, operation.Syntax);
            }
            else if (TypeFacts.IsIn(constructor.ContainingType, "System.IO") && !constructor.ContainingType.Name.StartsWith("String", System.StringComparison.Ordinal) && operation.Arguments.Any(static a => a.Value.Type?.SpecialType == SpecialType.System_String))
            {
                Add(new Place(World.Files), isWrite: constructor.ContainingType.Name is not ("StreamReader" or "FileInfo" or "DirectoryInfo"), operation.Syntax);
            }

            if (!constructor.Locations.Any(static l => l.IsInSource))
            {
                foreach (var argument in operation.Arguments)
                {
                    ReadAll(argument.Value);
                }
            }
        }

        base.VisitObjectCreation(operation);
    }

    public override void VisitDynamicInvocation(IDynamicInvocationOperation operation)
    {
        TouchParts(operation);
        base.VisitDynamicInvocation(operation);
    }

    public override void VisitDynamicMemberReference(IDynamicMemberReferenceOperation operation)
    {
        TouchParts(operation);
        base.VisitDynamicMemberReference(operation);
    }

    public override void VisitDynamicIndexerAccess(IDynamicIndexerAccessOperation operation)
    {
        TouchParts(operation);
        base.VisitDynamicIndexerAccess(operation);
    }

    /// <summary>What is bound at run time may touch all that its parts reach.</summary>
    private void TouchParts(IOperation operation)
    {
        CallKept(operation.Syntax);
        foreach (var place in operation.ChildOperations.SelectMany(origins.ReachOf))
        {
            Accesses.Add(new Access(place.Then(Step.Reach), IsWrite: true, Certain: false, operation.Syntax));
        }
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        AsksPerson |= operation.Instance?.Type?.Name == "TextReader" && origins.ObjectOf(operation.Instance).Any(static p => p.Root is World.Console);
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            InvokeDelegate(operation);
        }
        else if (summaries.CallOf(method) is { } call)
        {
            Ask(call, operation);

            // Its tools are code that runs while it is asked.
            foreach (var place in operation.Arguments.SelectMany(a => origins.ToolsOf(a.Value)))
            {
                Accesses.Add(new Access(place.Then(Step.Reach), IsWrite: true, Certain: false, operation.Syntax));
            }
        }
        else if (KnownMethods.Find(method) is { } effect)
        {
            Apply(effect, operation);
        }
        else
        {
            Follow(method, operation.Instance, operation.Arguments, operation.Syntax);
        }

        base.VisitInvocation(operation);
    }

    private void Apply(Effect effect, IInvocationOperation operation)
    {
        var node = operation.Syntax;
        AsksPerson |= effect.HasFlag(Effect.AsksPerson);
        Touch(effect, Effect.WritesConsole, World.Console, isWrite: true, node);
        Touch(effect, Effect.WritesLog, World.Log, isWrite: true, node);
        Touch(effect, Effect.ReadsClock, World.Clock, isWrite: false, node);
        Touch(effect, Effect.ReadsFiles, World.Files, isWrite: false, node);
        Touch(effect, Effect.WritesFiles, World.Files, isWrite: true, node);
        if (effect.HasFlag(Effect.ReadsReceiver) || effect.HasFlag(Effect.WritesReceiver))
        {
            foreach (var place in origins.TargetOf(operation.Instance))
            {
                Add(place.Then(Step.Any), effect.HasFlag(Effect.WritesReceiver), node);
                if (effect.HasFlag(Effect.WritesReceiver) && TellsOf(operation))
                {
                    Add(place.Then(Step.Any), isWrite: false, node);
                }
            }
        }

        if (effect.HasFlag(Effect.WritesReceiver))
        {
            // A writer writes into what it was made with.
            foreach (var place in origins.ReachOf(operation.Instance).Except(origins.ObjectOf(operation.Instance)))
            {
                if (operation.TargetMethod.ContainingNamespace.Name == "IO")
                {
                    Add(place.Then(Step.Reach), isWrite: true, node);
                }
            }
        }

        if (effect.HasFlag(Effect.WalksFirstArgument) && operation.Arguments.Length > 0)
        {
            Walk(operation.Arguments[0].Value);
        }

        if (effect.HasFlag(Effect.ReadsArguments) || effect.HasFlag(Effect.WritesArguments))
        {
            foreach (var place in operation.Arguments.SelectMany(a => origins.ReachOf(a.Value)))
            {
                Add(place.Then(Step.Reach), effect.HasFlag(Effect.WritesArguments), node);
            }
        }
    }

    /// <summary>Whether a method that changes its receiver also tells what is in it: it takes an element out, or says whether there was one.</summary>
    private static bool TellsOf(IInvocationOperation operation) =>
        !operation.TargetMethod.ReturnsVoid && !SymbolEqualityComparer.Default.Equals(operation.Type, operation.TargetMethod.ContainingType);

    private void Touch(Effect effect, Effect flag, World root, bool isWrite, SyntaxNode node)
    {
        if (effect.HasFlag(flag))
        {
            Add(new Place(root), isWrite, node);
        }
    }

    /// <summary>What a call does, where it is known which method it runs.</summary>
    public void Call(IMethodSymbol method, IInvocationOperation operation)
    {
        if (summaries.CallOf(method) is { } call)
        {
            Ask(call, operation);
        }
        else
        {
            Follow(method, operation.Instance, operation.Arguments, operation.Syntax);
        }
    }

    /// <summary>A call of the catalogue reads what it is given. A model keeps nothing; a store keeps what is written, for those who look it up.</summary>
    private void Ask(SingleCall call, IInvocationOperation operation)
    {
        foreach (var argument in operation.Arguments.Where(a => a.Parameter?.Ordinal > 0 || operation.Instance is not null))
        {
            ReadAll(argument.Value);
        }

        if (call.Entry.Kind is CallKind.StoreWrite or CallKind.StoreSearch)
        {
            foreach (var place in origins.TargetOf(operation.Instance ?? operation.Arguments.FirstOrDefault()?.Value))
            {
                Add(place.Then(Step.Any), isWrite: call.Entry.Kind == CallKind.StoreWrite, operation.Syntax);
            }
        }
        else if (!call.Entry.HasOwnBatchForm)
        {
            // Agents and kernels are given their tools elsewhere.
            CallKept(operation.Syntax);
        }

        foreach (var place in operation.Arguments.Where(a => a.Parameter is { } parameter && call.Entry.ChangedArguments.Contains(parameter.Name)).SelectMany(a => origins.ObjectOf(a.Value)))
        {
            Add(place.Then(Step.Reach), isWrite: true, operation.Syntax);
        }

        if (call.Entry.ReadsFiles)
        {
            Add(new Place(World.Files), isWrite: false, operation.Syntax);
        }
    }

    private void Follow(IMethodSymbol method, IOperation? instance, IReadOnlyList<IArgumentOperation> arguments, SyntaxNode node)
    {
        if (summaries.Find(method, origins.Depth) is { } summary)
        {
            Include(summary, method, instance, arguments, node);
            return;
        }

        CallKept(node);

        // Not known: it may read and write what its receiver and its arguments reach, and the statics beside it.
        foreach (var place in origins.ReachOf(instance).Concat(arguments.SelectMany(a => origins.ReachOf(a.Value))))
        {
            Accesses.Add(new Access(place.Then(Step.Reach), IsWrite: true, Certain: false, node));
        }

        if (method.IsStatic && method.ContainingType is { } type && method.MethodKind == MethodKind.Ordinary && !TypeFacts.IsSystem(type))
        {
            Accesses.Add(new Access(new Place(type.OriginalDefinition), IsWrite: true, Certain: false, node));
        }
    }

    /// <summary>An operator that somebody wrote is code like any other: it may touch what its operands reach, and statics.</summary>
    private void FollowOperator(IMethodSymbol? method, SyntaxNode node, params IOperation[] operands)
    {
        if (method is null || method.IsImplicitlyDeclared || TypeFacts.IsSystem(method) || ModelLibraries.Contains(method))
        {
            return;
        }

        if (summaries.Find(method, origins.Depth) is { } summary)
        {
            Accesses.AddRange(summary.Accesses.Where(static a => a.Place.Root is not IParameterSymbol).Select(a => a with { Node = node }));
        }

        foreach (var place in operands.SelectMany(origins.ReachOf))
        {
            Accesses.Add(new Access(place.Then(Step.Reach), IsWrite: true, Certain: false, node));
        }
    }

    private void Include(Summary summary, IMethodSymbol method, IOperation? instance, IReadOnlyList<IArgumentOperation> arguments, SyntaxNode node)
    {
        AsksPerson |= summary.AsksPerson;
        foreach (var access in summary.Accesses)
        {
            foreach (var place in origins.Translate(access.Place, method, instance, arguments))
            {
                Accesses.Add(access with { Place = place, Node = node });
            }
        }

        if (summary.Accesses.Any(static a => a.Place.Root is World.Callbacks))
        {
            CallKept(node);
        }
    }

    /// <summary>Code that is not known may call any lambda that somebody keeps.</summary>
    private void CallKept(SyntaxNode node)
    {
        foreach (var body in origins.Kept)
        {
            // The lambda that the loop itself stands in is running already.
            if (!body.Syntax.Span.Contains(node.Span) && running.Add(body))
            {
                var from = Accesses.Count;
                Visit(body);
                running.Remove(body);
                for (var i = from; i < Accesses.Count; i++)
                {
                    Accesses[i] = Accesses[i] with { Node = node, Certain = false };
                }
            }
        }
    }

    private void InvokeDelegate(IInvocationOperation operation)
    {
        var target = operation.Instance is ILocalReferenceOperation local ? origins.LambdaIn(local.Local) : null;
        if (target is null)
        {
            // Somebody else's code: it may change this instance, and share what it likes with other callbacks.
            Follow(operation.TargetMethod, operation.Instance, operation.Arguments, operation.Syntax);
            Accesses.Add(new Access(new Place(World.Callbacks), IsWrite: true, Certain: false, operation.Syntax));
            Accesses.Add(new Access(new Place(World.This).Then(Step.Reach), IsWrite: true, Certain: false, operation.Syntax));
        }
        else if (running.Add(target))
        {
            var from = Accesses.Count;
            Visit(target.Body);
            running.Remove(target);
            for (var i = from; i < Accesses.Count; i++)
            {
                Accesses[i] = Accesses[i] with { Node = operation.Syntax };
            }
        }
    }

    private bool FollowAccessor(IPropertyReferenceOperation operation, IMethodSymbol? accessor)
    {
        if (accessor is null || Origins.IsPlain(operation.Property) || summaries.Find(accessor, origins.Depth) is not { } summary)
        {
            return false;
        }

        Include(summary, accessor, operation.Instance, operation.Arguments, operation.Syntax);
        return true;
    }
}
