// A220n Methods for one item that change a field or ask a person, started by their name or for an item that they write to
// verdict: blocked
// blocker: changes
// message: The calls of 'CountAsync' could be one batch, but 'CountAsync' changes 'Asked' for each item
// message: The calls of 'CountAsync' could be one batch, but 'Asked' is changed by several items at once without protection
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Bakeries;

public sealed class Bread
{
    public string Text { get; set; } = "";
}

public sealed class Baker(IChatClient chat)
{
    private string _style = "plain";

    public int Asked { get; private set; }

    public async Task<string[]> CountedAsync(IReadOnlyList<string> breads) => await Task.WhenAll(/*BM0010*//*why*/breads.Select(CountAsync));

    public async Task<string[]> CountedInBodyAsync(IReadOnlyList<string> breads) => await Task.WhenAll(breads.Select(bread => /*BM0010*//*why*/CountAsync(bread)));

    public async Task<string[]> ConfirmedAsync(IReadOnlyList<string> breads) => await Task.WhenAll(breads.Select(ConfirmAsync));

    public async Task<string[]> ConfirmedInBodyAsync(IReadOnlyList<string> breads) => await Task.WhenAll(breads.Select(bread => ConfirmAsync(bread)));

    public async Task NumberedAsync(IReadOnlyList<string> breads)
    {
        foreach (var bread in breads)
        {
            Console.WriteLine(await NumberAsync(bread));
        }
    }

    public async Task StyledAsync(IReadOnlyList<Bread> breads)
    {
        foreach (var bread in breads)
        {
            await StyleAsync(bread);
        }
    }

    private async Task<string> CountAsync(string bread)
    {
        /*why*/Asked++;
        var draft = await chat.GetResponseAsync("Describe " + bread);
        var response = await chat.GetResponseAsync("Shorten " + draft.Text);
        return response.Text;
    }

    private async Task<string> ConfirmAsync(string bread)
    {
        var response = await chat.GetResponseAsync("Describe " + bread);
        return Console.ReadLine() ?? response.Text;
    }

    private async Task<string> NumberAsync(string bread)
    {
        var response = await chat.GetResponseAsync($"Bread number {Asked}: {bread}");
        Asked++;
        return response.Text;
    }

    private async Task StyleAsync(Bread bread)
    {
        var response = await chat.GetResponseAsync($"Describe {bread.Text} in the style {_style}");
        bread.Text = response.Text;
        _style = response.Text;
    }
}
