using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Handlers around a call and what is done with its answer, conditions around both.</summary>
internal static class Guards
{
    public static ImmutableArray<Node> Around(Draft draft, Scope scope, ImmutableArray<Node> asked)
    {
        var kind = draft.Dice.Below(18);
        draft.WritesTags |= kind == 4;
        draft.DoesForSkipped |= kind == 6;
        return kind switch
        {
            0 => [new Chain(new Nest("try", asked), new Nest($"catch ({draft.ProviderException})", [$"{scope.Item}.Note = \"failed\";"]))],
            1 => [new Chain(new Nest("try", asked), new Nest("catch (Exception e)", [$"log($\"{{{scope.Id}}}: {{e.Message}}\");"]))],
            2 => [new Chain(new Nest("try", asked), new Nest("catch (Exception e) when (e is not OperationCanceledException)", [$"log($\"{{{scope.Id}}}: {{e.GetType().Name}}\");", .. draft.Dice.Chance(30) ? (ImmutableArray<Node>)["throw;"] : []]))],
            3 => [new Chain(new Nest("try", asked), new Nest("finally", [$"{scope.Item}.Score++;"]))],
            4 => [new Chain(new Nest("try", asked), new Nest($"catch ({draft.ProviderException} e) when (e.Message.Length > 0)", [$"log(\"provider: \" + {scope.Id});", "continue;"]), new Nest("catch (InvalidOperationException)", [$"{scope.Item}.Tags.Add(\"defect\");"]))],
            5 => [new Nest($"if ({scope.Id} % 5 != 2)", asked)],
            6 => [new Chain(new Nest($"if ({scope.Text}.Length > 1)", asked), new Nest("else", [$"{scope.Item}.Note = \"(short)\";"]))],
            7 => [new Chain(new Nest("try", [new Chain(new Nest("try", asked), new Nest($"catch ({draft.ProviderException})", [$"{scope.Item}.Note = \"failed\";", "throw;"]))]), new Nest("catch (Exception e) when (e.InnerException is null)", [$"log(\"outer \" + {scope.Id});"]))],
            8 => [new Chain(new Nest("try", asked), new Nest($"catch (Exception) when ({scope.Item}.Note.Length == 0)", [$"{scope.Item}.Note = \"failed\";"]), new Nest("catch (TimeoutException)", [$"{scope.Item}.Score = -1;"]), new Nest("finally", [$"log(\"done \" + {scope.Id});"]))],
            9 => [new Chain(new Nest("try", asked), new Nest($"catch ({draft.ProviderException} e) when (e.Message.Contains(\"x\") || {scope.Id} > 2)", [$"{scope.Item}.Note = e.Message;"]))],
            10 => [new Nest($"if ({scope.Text}.Length > 0)", [new Nest($"if ({scope.Id} != 3)", asked)])],
            _ => asked,
        };
    }
}
