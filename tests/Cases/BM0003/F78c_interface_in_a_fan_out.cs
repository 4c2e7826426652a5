// F78c A fan-out over an interface with one implementation, a record struct for its argument
// verdict: fixed
// message: 'ReadAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Claims;

public readonly record struct Claim(int Number, string Damage);

public interface IClaimReader
{
    Task<ClaimView> ReadAsync(Claim claim, CancellationToken cancellationToken);
}

public sealed record ClaimView(int Number, string Cause);

public sealed class ModelClaimReader(ChatClient client) : IClaimReader
{
    public async Task<ClaimView> ReadAsync(Claim claim, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            [new UserChatMessage("The cause of: " + claim.Damage)], cancellationToken: cancellationToken);
        return new ClaimView(claim.Number, completion.Content[0].Text);
    }
}

public sealed class ClaimDesk(IClaimReader reader)
{
    public async Task<List<ClaimView>> ViewAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var views = await Task.WhenAll(claims.Select(claim => /*BM0003*/reader.ReadAsync(claim, cancellationToken)));
        return views.OrderByDescending(view => view.Number).ToList();
    }
}
//// run
foreach (var view in await new ClaimDesk(new ModelClaimReader(client)).ViewAsync([new(1, "burst pipe"), new(2, "hail"), new(3, "theft")], cancellationToken))
{
    Log(view);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Claims;

public readonly record struct Claim(int Number, string Damage);

public interface IClaimReader
{
    Task<ClaimView> ReadAsync(Claim claim, CancellationToken cancellationToken);
}

public sealed record ClaimView(int Number, string Cause);

public sealed class ModelClaimReader(ChatClient client) : IClaimReader
{
    public async Task<ClaimView> ReadAsync(Claim claim, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            [new UserChatMessage("The cause of: " + claim.Damage)], cancellationToken: cancellationToken);
        return new ClaimView(claim.Number, completion.Content[0].Text);
    }
}

public sealed class ClaimDesk(IClaimReader reader)
{
    public async Task<List<ClaimView>> ViewAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(
            claims,
            (claim, _) => reader.ReadAsync(claim, cancellationToken),
            cancellationToken: cancellationToken);
        var views = batch.GetResponses();
        return views.OrderByDescending(view => view.Number).ToList();
    }
}
