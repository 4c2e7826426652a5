// A240f What is taken before the call and given back after it, by hand
// verdict: blocked
// blocker: before the call
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 16 after the call and needed on line 13 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 27 after the call and needed on line 24 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 38 after the call and needed on line 35 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 49 after the call and needed on line 46 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 60 after the call and needed on line 57 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 71 after the call and needed on line 68 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 82 after the call and needed on line 79 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 93 after the call and needed on line 90 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 104 after the call and needed on line 101 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 115 after the call and needed on line 112 before the next one
// message: The calls of 'CompleteChat' could be one batch, but 'gate' is changed on line 123 before the call and used on line 126 when later items have already changed it again
using System.Collections.Generic;
using System.Threading;
using OpenAI.Chat;

namespace Turnstiles;

public sealed class Turnstile(ChatClient client, List<string> notes)
{
    public void MonitorHeld(IReadOnlyList<string> visitors, object gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/Monitor.Enter(gate);
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/Monitor.Exit(gate);
        }
    }

    public void TryEnterHeld(IReadOnlyList<string> visitors, object gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/Monitor.TryEnter(gate);
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/Monitor.Exit(gate);
        }
    }

    public void MutexHeld(IReadOnlyList<string> visitors, Mutex gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.WaitOne();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ReleaseMutex();
        }
    }

    public void WaitHeld(IReadOnlyList<string> visitors, SemaphoreSlim gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.Wait();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.Release();
        }
    }

    public void ReadHeld(IReadOnlyList<string> visitors, ReaderWriterLockSlim gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.EnterReadLock();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ExitReadLock();
        }
    }

    public void WriteHeld(IReadOnlyList<string> visitors, ReaderWriterLockSlim gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.EnterWriteLock();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ExitWriteLock();
        }
    }

    public void UpgradeableHeld(IReadOnlyList<string> visitors, ReaderWriterLockSlim gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.EnterUpgradeableReadLock();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ExitUpgradeableReadLock();
        }
    }

    public void ReaderHeld(IReadOnlyList<string> visitors, ReaderWriterLock gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.AcquireReaderLock(100);
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ReleaseReaderLock();
        }
    }

    public void WriterHeld(IReadOnlyList<string> visitors, ReaderWriterLock gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.AcquireWriterLock(100);
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.ReleaseWriterLock();
        }
    }

    public void LockHeld(IReadOnlyList<string> visitors, Lock gate)
    {
        foreach (var visitor in visitors)
        {
            /*why*/gate.Enter();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/gate.Exit();
        }
    }

    public void ScopeHeld(IReadOnlyList<string> visitors, Lock gate)
    {
        foreach (var visitor in visitors)
        {
            var scope = /*why*/gate.EnterScope();
            ChatCompletion greeting = /*BM0010*/client.CompleteChat("Greet " + visitor);
            notes.Add(greeting.Content[0].Text);
            /*why*/scope.Dispose();
        }
    }
}
