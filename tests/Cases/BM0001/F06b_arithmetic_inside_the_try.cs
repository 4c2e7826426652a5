// F06b Arithmetic that may throw, and arithmetic that cannot, inside the try
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'share', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Budgets;

public sealed record Share(int Total, int Parts);

public sealed class Shares(IChatClient chat, Action<object?> log)
{
    public async Task DividedAsync(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            try
            {
                var part = share.Total;
                part /= share.Parts;
                var response = await /*BM0001*/chat.GetResponseAsync("Explain " + part);
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task RemainingAsync(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Explain " + (share.Total % share.Parts));
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task CheckedAsync(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            try
            {
                var next = share.Total;
                next = checked(next + 1);
                var response = await /*BM0001*/chat.GetResponseAsync("Explain " + next);
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task SpacedAsync(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            try
            {
                var space = new char[share.Parts];
                var response = await /*BM0001*/chat.GetResponseAsync("Explain " + space.Length);
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task AddedAsync(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            try
            {
                var sum = share.Total;
                sum += share.Parts;
                sum++;
                var response = await /*BM0001*/chat.GetResponseAsync("Explain " + -sum);
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }
}
//// run
Share[] shares = [new(12, 4), new(7, 0), new(int.MaxValue, 2), new(5, -1)];
var work = new Shares(chat, Log);
await work.DividedAsync(shares);
await work.RemainingAsync(shares);
await work.CheckedAsync(shares);
await work.SpacedAsync(shares);
await work.AddedAsync(shares);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Budgets;

public sealed record Share(int Total, int Parts);

public sealed class Shares(IChatClient chat, Action<object?> log)
{
    public async Task DividedAsync(IReadOnlyList<Share> shares)
    {
        var batch = await chat.CompleteBatchAsync(shares, share =>
        {
            var part = share.Total;
            part /= share.Parts;
            return [new ChatMessage(ChatRole.User, "Explain " + part)];
        });
        foreach (var (share, item) in shares.Zip(batch))
        {
            try
            {
                var response = item.Response;
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task RemainingAsync(IReadOnlyList<Share> shares)
    {
        var batch = await chat.CompleteBatchAsync(
            shares,
            share => [new ChatMessage(ChatRole.User, "Explain " + (share.Total % share.Parts))]);
        foreach (var (share, item) in shares.Zip(batch))
        {
            try
            {
                var response = item.Response;
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task CheckedAsync(IReadOnlyList<Share> shares)
    {
        var batch = await chat.CompleteBatchAsync(shares, share =>
        {
            var next = share.Total;
            next = checked(next + 1);
            return [new ChatMessage(ChatRole.User, "Explain " + next)];
        });
        foreach (var (share, item) in shares.Zip(batch))
        {
            try
            {
                var response = item.Response;
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task SpacedAsync(IReadOnlyList<Share> shares)
    {
        var batch = await chat.CompleteBatchAsync(shares, share =>
        {
            var space = new char[share.Parts];
            return [new ChatMessage(ChatRole.User, "Explain " + space.Length)];
        });
        foreach (var (share, item) in shares.Zip(batch))
        {
            try
            {
                var response = item.Response;
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }

    public async Task AddedAsync(IReadOnlyList<Share> shares)
    {
        var prompts = new List<string>();
        foreach (var share in shares)
        {
            var sum = share.Total;
            sum += share.Parts;
            sum++;
            prompts.Add("Explain " + -sum);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                log(response.Text);
            }
            catch (Exception e)
            {
                log(e.GetType().Name);
            }
        }
    }
}
