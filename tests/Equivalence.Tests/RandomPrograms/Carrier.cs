using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Something that an answer is put into and that a later request is made of.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Read">A text that is read from it.</param>
/// <param name="Write">A statement that puts a text into it.</param>
/// <param name="Roots">The names that a message may call it by.</param>
internal sealed record Carrier(string Name, string Read, Func<string, string> Write, params ImmutableArray<string> Roots)
{
    /// <summary>How many kinds there are.</summary>
    private const int Kinds = 46;

    /// <summary>A carrier of any kind; it is declared in the draft.</summary>
    public static Carrier Of(Draft draft, Scope scope)
    {
        void Local(string line) => draft.Locals.Add(new Leaf(line) { IsKept = true });
        void Member(string line) => draft.Members.Add(new Leaf(line) { IsKept = true });
        void Method(string head, params ImmutableArray<Node> body) => draft.Members.Add(new Nest(head, body) { IsKept = true });
        void Type(string head, params ImmutableArray<Node> body) => draft.Types.Add(new Nest(head, [.. body.Select(static n => n with { IsKept = true })]) { IsKept = true });
        void Previous() => Local("var previous = \"start\";");
        switch (draft.Dice.Below(Kinds))
        {
            case 0:
                Previous();
                return new Carrier("a local", "previous", static t => $"previous = {t};");
            case 1:
                Member("private string _last = \"\";");
                return new Carrier("a field", "_last", static t => $"_last = {t};");
            case 2:
                Member("private static string s_last = \"\";");
                return new Carrier("a static field", "s_last", static t => $"s_last = {t};");
            case 3:
                Member("public string Last { get; private set; } = \"\";");
                return new Carrier("a property", "Last", static t => $"Last = {t};");
            case 4:
                Local("var history = new List<string>();");
                return new Carrier("a list", "string.Join(\"; \", history)", static t => $"history.Add({t});");
            case 5:
                Local("var memory = new Dictionary<string, string>();");
                return new Carrier("a dictionary", "memory.GetValueOrDefault(\"last\")", static t => $"memory[\"last\"] = {t};");
            case 6:
                Local("var transcript = new StringBuilder();");
                return new Carrier("a builder", "transcript.ToString()", static t => $"transcript.Append({t});");
            case 7:
                Previous();
                Local("Action<string> remember = value => previous = value;");
                return new Carrier("a local that a lambda changes", "previous", static t => $"remember({t});");
            case 8:
                Previous();
                Local("Func<string> recall = () => previous;");
                return new Carrier("a local that a lambda reads", "recall()", static t => $"previous = {t};", "recall");
            case 9:
                Previous();
                Local("void Remember(string value) => previous = value;");
                return new Carrier("a local that a local function changes", "previous", static t => $"Remember({t});", "Remember");
            case 10:
                Member("private string _last = \"\";");
                Method("private void Remember(string value)", "_last = value;");
                Method("private string Recall()", "return _last;");
                return new Carrier("a field behind two methods", "Recall()", static t => $"Remember({t});", "Remember", "Recall");
            case 11:
                Previous();
                Method("private static void Store(ref string place, string value)", "place = value;");
                return new Carrier("a ref argument", "previous", static t => $"Store(ref previous, {t});", "Store");
            case 12:
                Local("string previous = \"\";");
                Method("private static void Take(string value, out string place)", "place = value;");
                return new Carrier("an out argument", "previous", static t => $"Take({t}, out previous);", "Take");
            case 13:
                Type("public sealed class State", "public string Last { get; set; } = \"\";");
                Local("var state = new State();");
                return new Carrier("an object", "state.Last", static t => $"state.Last = {t};");
            case 14:
                Type("public sealed class State", "public string Last = \"\";");
                Local("var state = new State();");
                Local("var same = state;");
                return new Carrier("an object with two names", "state.Last", static t => $"same.Last = {t};", "same");
            case 15:
                Type("public sealed class State", "public string Last { get; set; } = \"\";");
                Member("private readonly State _state = new();");
                Method("private static void Update(State state, string value)", "state.Last = value;");
                return new Carrier("an object that a method changes", "_state.Last", static t => $"Update(_state, {t});", "Update");
            case 16:
                return new Carrier("the last item", $"{scope.Item}.Note", static t => $"items[^1].Note = {t};", "items");
            case 17:
                return new Carrier("the next item", $"{scope.Item}.Note", t => $"items[{scope.Id} % items.Count].Note = {t};", "items");
            case 18:
                Local("var byNumber = items.ToDictionary(x => x.Id);");
                return new Carrier("an item found by its number", $"{scope.Item}.Note", t => $"byNumber[{scope.Id} % items.Count + 1].Note = {t};", "items", "byNumber");
            case 19:
                Local("var copy = items.ToList();");
                return new Carrier("an item of a copy", $"{scope.Item}.Note", static t => $"copy.Last().Note = {t};", "items", "copy");
            case 20:
                Local("var slots = new string[2];");
                return new Carrier("an array", "slots[1]", static t => $"slots[1] = {t};");
            case 21:
                Local("var queue = new Queue<string>([\"start\"]);");
                return new Carrier("a queue", "queue.Peek()", static t => $"{{ queue.Clear(); queue.Enqueue({t}); }}");
            case 22:
                Local("(string Text, int Count) pair = (\"\", 0);");
                return new Carrier("a tuple", "pair.Text", static t => $"pair.Text = {t};");
            case 23:
                Type("public sealed record Memo(string Last);");
                draft.Types[^1] = new Leaf("public sealed record Memo(string Last);") { IsKept = true };
                Local("var memo = new Memo(\"\");");
                return new Carrier("a record", "memo.Last", static t => $"memo = memo with {{ Last = {t} }};");
            case 24:
                Member("private string _last = \"\";");
                return new Carrier("a field that is exchanged", "_last", static t => $"Interlocked.Exchange(ref _last, {t});");
            case 25:
                Member("private readonly AsyncLocal<string?> _ambient = new();");
                return new Carrier("an ambient value", "_ambient.Value", static t => $"_ambient.Value = {t};");
            case 26:
                Local("var history = new List<string>();");
                Local("var recent = history.Where(h => h.Length > 1);");
                return new Carrier("a query over a list", "string.Join(\"; \", recent)", static t => $"history.Add({t});", "recent");
            case 27:
                Type("public static class Extensions", "public static void Push(this List<string> list, string text) => list.Add(text);", "public static string Top(this List<string> list) => list.LastOrDefault() ?? \"\";");
                Local("var stack = new List<string>();");
                return new Carrier("a list behind extension methods", "stack.Top()", static t => $"stack.Push({t});", "Push", "Top");
            case 28:
                Type("public interface IMemory", "string Last { get; }", "void Keep(string text);");
                Type("public sealed class Memory : IMemory", "public string Last { get; private set; } = \"\";", "public void Keep(string text) => Last = text;");
                Member("private readonly IMemory _memory = new Memory();");
                return new Carrier("an object behind an interface", "_memory.Last", static t => $"_memory.Keep({t});", "Keep");
            case 29:
                Type("public abstract class Base", "protected string Last { get; set; } = \"\";");
                Type("public sealed class Deriving : Base", "public string Value => Last;", "public void Set(string value) => Last = value;");
                Member("private readonly Deriving _deriving = new();");
                return new Carrier("a member of a base class", "_deriving.Value", static t => $"_deriving.Set({t});", "Set", "Value");
            case 30:
                Type("public sealed class Shelf", "private readonly List<string> _texts = [];", "public string this[int at] { get => at < _texts.Count ? _texts[at] : \"\"; set => _texts.Insert(at, value); }");
                Local("var shelf = new Shelf();");
                return new Carrier("an indexer", "shelf[0]", static t => $"shelf[0] = {t};");
            case 31:
                Type("public static class Holder<T>", "public static string Last { get; set; } = \"\";");
                return new Carrier("a static property of a generic type", "Holder<int>.Last", static t => $"Holder<int>.Last = {t};");
            case 32:
                draft.NeedsBoxes = true;
                return new Carrier("an object that the items share", $"{scope.Item}.Box.Last", t => $"{scope.Item}.Box.Last = {t};", "items", "Box");
            case 33:
                Member("private string _hidden = \"\";");
                Member("public string Last { get => _hidden.Trim(); set => _hidden = value; }");
                return new Carrier("a property that keeps its value in a field", draft.Dice.Pick("Last", "_hidden"), static t => $"Last = {t};", "Last", "_hidden");
            case 34:
                Member("private readonly List<string> _known = [];");
                Member("public int Known => _known.Count;");
                return new Carrier("a property that counts a list", "(\"known \" + Known)", static t => $"_known.Add({t});", "Known", "_known");
            case 35:
                Member("public static string Last { get; set; } = \"\";");
                return new Carrier("a static property", "Work.Last", static t => $"Last = {t};", "Last");
            case 36:
                Member("public event Action<string>? Answered;");
                Previous();
                Local("Answered += text => previous = text;");
                return new Carrier("a handler of an event", "previous", static t => $"Answered?.Invoke({t});", "Answered");
            case 37 when draft.IsSync:
                Previous();
                Local("ref var place = ref previous;");
                draft.NeedsPlainPlace = true;
                return new Carrier("a reference to a local", "previous", static t => $"place = {t};", "place");
            case 38 or 43 or 44:
                return Holders.Of(draft);
            case 39:
                Local("using var written = new StringWriter();");
                draft.Usings.Add("System.IO");
                return new Carrier("a writer", "written.ToString()", static t => $"written.Write({t});");
            case 40:
                draft.Usings.Add("System.Collections.Concurrent");
                Local("var shared = new ConcurrentDictionary<int, string>();");
                return new Carrier("a concurrent dictionary", "shared.GetValueOrDefault(0)", static t => $"shared.AddOrUpdate(0, {t}, (_, _) => {t});");
            case 41:
                Type("public readonly record struct Memo(string Last);");
                draft.Types[^1] = new Leaf("public readonly record struct Memo(string Last);") { IsKept = true };
                Local("var memos = new List<Memo> { new(\"\") };");
                return new Carrier("a value in a list", "memos[^1].Last", static t => $"memos.Add(new Memo({t}));");
            case 42:
                Local("var chain = new LinkedList<string>();");
                return new Carrier("a linked list", "chain.Last?.Value", static t => $"chain.AddLast({t});");
            default:
                Local("var lists = new List<List<string>> { new() };");
                return new Carrier("a list in a list", "string.Join(\"; \", lists[0])", static t => $"lists[0].Add({t});");
        }
    }
}
