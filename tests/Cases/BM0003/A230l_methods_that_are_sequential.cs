// A230l Methods that ask again and again, call themselves, or get another client for each item
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Caves;

public sealed class Room
{
    public string Name { get; set; } = "";

    public Room? Way { get; set; }

    public int Visits { get; set; }
}

public static class Echoes
{
    public static async Task<string> EchoAsync(this IChatClient chat, string text)
    {
        var response = await chat.GetResponseAsync("Echo " + text);
        return response.Text.Length > 80 ? await chat.EchoAsync(response.Text[..40]) : response.Text;
    }
}

public sealed class Explorer(IChatClient chat, List<string> log)
{
    public async Task WalkAsync(List<string> rooms)
    {
        foreach (var room in rooms)
        {
            log.Add(await ShortenAsync(room));
        }

        foreach (var room in rooms)
        {
            log.Add(await chat.EchoAsync(room));
        }

        foreach (var room in rooms)
        {
            log.Add(await DescribeAsync(room));
        }

        foreach (var room in rooms)
        {
            log.Add(await SafelyAsync(room));
        }

        foreach (var room in rooms)
        {
            log.Add(await WrappedAsync(room));
        }

        foreach (var room in rooms)
        {
            log.Add(await GatheredAsync(room));
        }
    }

    // A method that is given nothing for an item has nothing to be listed.
    public async Task<string[]> AgainAsync(CancellationToken cancellationToken)
    {
        var tasks = new List<Task<string>>();
        for (var i = 0; i < 3; i++)
        {
            tasks.Add(RiddleAsync());
        }

        for (var i = 0; i < 3; i++)
        {
            log.Add(await RiddleAsync());
        }

        for (var i = 0; i < 3; i++)
        {
            log.Add(await AnswerAsync(cancellationToken));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task ChooseAsync(List<(IChatClient Guide, string Room)> tours, List<Room> rooms)
    {
        foreach (var tour in tours)
        {
            log.Add(await GuideAsync(tour.Guide, tour.Room));
        }

        foreach (var room in rooms)
        {
            await VisitAsync(room);
        }
    }

    public async Task<string[]> TogetherAsync(List<string> rooms, List<(IChatClient Guide, string Room)> tours)
    {
        var short_ = await Task.WhenAll(rooms.Select(room => ShortenAsync(room)));
        var gathered = await Task.WhenAll(rooms.Select(room => GatheredAsync(room)));
        var guided = await Task.WhenAll(tours.Select(tour => GuideAsync(tour.Guide, tour.Room)));
        return [.. short_, .. gathered, .. guided];
    }

    private async Task<string> ShortenAsync(string text)
    {
        var response = await chat.GetResponseAsync("Shorten " + text);
        return response.Text.Length > 80 ? await ShortenAsync(response.Text) : response.Text;
    }

    private async Task<string> RiddleAsync(string about = "doors") => (await chat.GetResponseAsync("A riddle about " + about)).Text;

    private async Task<string> AnswerAsync(CancellationToken cancellationToken) => (await chat.GetResponseAsync("An answer", cancellationToken: cancellationToken)).Text;

    private async Task<string> DescribeAsync(string room)
    {
        var text = (await chat.GetResponseAsync("Describe " + room)).Text;
        while (text.Length < 100)
        {
            text += (await chat.GetResponseAsync("Go on: " + text)).Text;
        }

        return text;
    }

    private async Task<string> SafelyAsync(string room)
    {
        try
        {
            return (await chat.GetResponseAsync("Enter " + room)).Text;
        }
        catch (InvalidOperationException)
        {
            return (await chat.GetResponseAsync("Leave " + room)).Text;
        }
    }

    private async Task<string> WrappedAsync(string room) => await TwiceAsync(async () => (await chat.GetResponseAsync("Light " + room)).Text);

    private async Task<string> GatheredAsync(string room)
    {
        var first = await chat.GetResponseAsync("Find " + room);
        var batch = await chat.CompleteBatchAsync([room + " left", room + " right"]);
        return first.Text + string.Concat(batch.GetResponses().Select(response => response.Text));
    }

    private static async Task<string> GuideAsync(IChatClient guide, string room) => (await guide.GetResponseAsync("Guide to " + room)).Text;

    private async Task VisitAsync(Room room)
    {
        var response = await chat.GetResponseAsync($"Visit {room.Name} for the {room.Way?.Visits}th time");
        log.Add(response.Text);
        room.Way!.Visits++;
    }

    private static async Task<string> TwiceAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (TimeoutException)
        {
            return await ask();
        }
    }
}
