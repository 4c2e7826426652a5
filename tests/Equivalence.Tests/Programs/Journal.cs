using System.Collections.Immutable;
using System.Text;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>The common record of what a program lets out, in order.</summary>
internal sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<Effect> _effects = [];

    public ImmutableArray<Effect> Effects
    {
        get
        {
            lock (_gate)
            {
                return [.. _effects];
            }
        }
    }

    public void Add(EffectKind kind, string text)
    {
        lock (_gate)
        {
            _effects.Add(new Effect(kind, text));
        }
    }
}

/// <summary>Where an effect shows.</summary>
internal enum EffectKind
{
    /// <summary>The caller got it.</summary>
    Output,

    /// <summary>It was written to the console.</summary>
    Console,
}

/// <summary>One effect.</summary>
internal readonly record struct Effect(EffectKind Kind, string Text);

/// <summary>Takes the process's console and leads what a program writes into that program's own journal, one entry for each write.</summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static readonly AsyncLocal<Journal?> Current = new();
    private readonly TextWriter _console;
    private readonly string _prefix;

    private ConsoleRouter(TextWriter console, string prefix) => (_console, _prefix) = (console, prefix);

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>From here on, writes in this flow of control go to <paramref name="journal"/>.</summary>
    public static void Route(Journal? journal)
    {
        Installed.Do();
        Current.Value = journal;
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (Current.Value is { } journal)
        {
            journal.Add(EffectKind.Console, _prefix + value);
        }
        else
        {
            _console.Write(value);
        }
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    /// <summary>Once a process.</summary>
    private static class Installed
    {
        static Installed()
        {
            Console.SetOut(new ConsoleRouter(Console.Out, string.Empty));
            Console.SetError(new ConsoleRouter(Console.Error, "error: "));
        }

        public static void Do()
        {
        }
    }
}
