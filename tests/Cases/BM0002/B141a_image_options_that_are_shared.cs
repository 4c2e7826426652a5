// B141a The client writes each prompt into the options, which all tasks share
// verdict: blocked
// blocker: 'square' is changed by several items at once without protection
// message: The calls of 'GenerateImageAsync' could be one batch, but 'square' is changed by several items at once without protection
// uses: OpenAI
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Images;

namespace Stamps;

public sealed class Designer(ImageClient images)
{
    private readonly ImageGenerationOptions square = new() { Size = GeneratedImageSize.W1024xH1024 };

    public async Task<string[]> DesignAsync(string[] motifs)
    {
        var stamps = await Task.WhenAll(motifs.Select(async motif => (await /*BM0010*//*why*/images.GenerateImageAsync(motif, square)).Value));
        return stamps.Select(stamp => stamp.RevisedPrompt).ToArray();
    }
}
