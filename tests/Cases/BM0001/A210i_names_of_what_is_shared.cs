// A210i What the reason calls a thing that is shared: a member of a member, a callback, a list that is filled, the items
// verdict: blocked
// blocker: line
// message: The calls of 'GetResponseAsync' could be one batch, but '_evening.Asked' is changed on line 45 after the call and needed on line 43 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'evening.Asked' is changed on line 53 before the call and used on line 55 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'Render' on line 63 may change 'lines', which line 65 uses later
// message: The calls of 'GetResponseAsync' could be one batch, but 'prompter' is changed on line 74 after the call and needed on line 73 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'prompter' is changed on line 84 after the call and needed on line 83 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'Keep' on line 95 may change 'prompter', which line 93 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'tell' on line 105 may change 'what other callbacks need', which line 103 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'the items' is changed on line 115 after the call and needed on line 113 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but '_chat' is changed on line 125 after the call and needed on line 123 before the next one
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Theatre;

public interface IPrompter
{
    string Current { get; set; }

    string this[int act] { get; set; }

    string Render(Scene scene, List<string> lines);

    void Keep(string text);

    string Recall(string name);
}

public sealed class Scene(string name)
{
    public string Name { get; set; } = name;

    public Scene? Next { get; set; }
}

public sealed class Evening
{
    public int Asked { get; set; }
}

public sealed class Stage(IChatClient first, IChatClient second, List<string> notes, IPrompter prompter)
{
    private readonly Evening _evening = new();
    private IChatClient _chat = first;

    public async Task CountedAsync(IReadOnlyList<Scene> scenes)
    {
        foreach (var scene in scenes)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync($"Scene {/*why*/_evening.Asked}: {scene.Name}");
            notes.Add(response.Text);
            /*why*/_evening.Asked++;
        }
    }

    public async Task CountedTwiceAsync(IReadOnlyList<Scene> scenes, Evening evening)
    {
        foreach (var scene in scenes)
        {
            /*why*/evening.Asked = scene.Name.Length;
            var response = await /*BM0010*/_chat.GetResponseAsync($"Scene {evening.Asked}: {scene.Name}");
            notes.Add(response.Text + /*why*/evening.Asked);
        }
    }

    public async Task RenderedAsync(IReadOnlyList<Scene> scenes, List<string> lines)
    {
        foreach (var scene in scenes)
        {
            var text = /*why*/prompter.Render(scene, lines);
            var response = await /*BM0010*/_chat.GetResponseAsync("Play " + text);
            notes.Add(response.Text + /*why*/lines.Count);
        }
    }

    public async Task PropertyAsync(IReadOnlyList<Scene> scenes)
    {
        foreach (var scene in scenes)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync(/*why*/prompter.Current + scene.Name);
            /*why*/prompter.Current = scene.Name;
            notes.Add(response.Text);
        }
    }

    public async Task IndexerAsync(IReadOnlyList<Scene> scenes)
    {
        foreach (var scene in scenes)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync(/*why*/prompter[0] + scene.Name);
            /*why*/prompter[1] = scene.Name;
            notes.Add(response.Text);
        }
    }

    public async Task RecalledAsync(IReadOnlyList<Scene> scenes)
    {
        foreach (var scene in scenes)
        {
            var prompt = "Play " + scene.Name + /*why*/prompter.Recall(scene.Name);
            var response = await /*BM0010*/_chat.GetResponseAsync(prompt);
            /*why*/prompter.Keep(response.Text);
        }
    }

    public async Task AskedAsync(IReadOnlyList<Scene> scenes, Func<string, string> ask, Action<string> tell)
    {
        foreach (var scene in scenes)
        {
            var prompt = /*why*/ask(scene.Name);
            var response = await /*BM0010*/_chat.GetResponseAsync(prompt);
            /*why*/tell(response.Text);
        }
    }

    public async Task NextAsync()
    {
        foreach (var scene in Program())
        {
            var response = await /*BM0010*/_chat.GetResponseAsync("Play " + /*why*/scene.Name);
            notes.Add(response.Text);
            /*why*/scene.Next!.Name = scene.Name;
        }
    }

    public async Task ExchangedAsync(IReadOnlyList<Scene> scenes)
    {
        foreach (var scene in scenes)
        {
            var response = await /*BM0010*//*why*/_chat.GetResponseAsync("Play " + scene.Name);
            notes.Add(response.Text);
            /*why*/_chat = second;
        }
    }

    private static List<Scene> Program() => Enumerable.Range(1, 9).Select(static i => new Scene("Scene " + i) { Next = new("None") }).ToList();
}
