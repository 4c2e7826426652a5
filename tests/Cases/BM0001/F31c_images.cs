// F31c Messages with an image and a text part
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'specimen', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Herbarium;

public sealed class Specimen(string sheet, byte[] scan)
{
    public string Sheet { get; } = sheet;

    public byte[] Scan { get; } = scan;

    public string? Species { get; set; }
}

public sealed class SpecimenIdentifier(ChatClient client)
{
    public async Task IdentifyAsync(IReadOnlyList<Specimen> specimens, CancellationToken cancellationToken)
    {
        foreach (var specimen in specimens)
        {
            var image = ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(specimen.Scan), "image/png");
            var text = ChatMessageContentPart.CreateTextPart($"Sheet {specimen.Sheet}: which plant is this?");
            List<ChatMessage> messages = [new UserChatMessage(text, image)];

            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(messages, cancellationToken: cancellationToken);
            specimen.Species = completion.Content[0].Text;
        }
    }
}
//// run
Specimen[] specimens = [new("H1", [1, 2]), new("H2", [3]), new("H33", [4, 5, 6])];
try
{
    await new SpecimenIdentifier(client).IdentifyAsync(specimens, cancellationToken);
}
finally
{
    Log(string.Join("|", specimens.Select(specimen => specimen.Species ?? "none")));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Herbarium;

public sealed class Specimen(string sheet, byte[] scan)
{
    public string Sheet { get; } = sheet;

    public byte[] Scan { get; } = scan;

    public string? Species { get; set; }
}

public sealed class SpecimenIdentifier(ChatClient client)
{
    public async Task IdentifyAsync(IReadOnlyList<Specimen> specimens, CancellationToken cancellationToken)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var specimen in specimens)
        {
            var image = ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(specimen.Scan), "image/png");
            var text = ChatMessageContentPart.CreateTextPart($"Sheet {specimen.Sheet}: which plant is this?");
            List<ChatMessage> messages = [new UserChatMessage(text, image)];

            messagesList.Add(messages);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (specimen, item) in specimens.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            specimen.Species = completion.Content[0].Text;
        }
    }
}
