// S07 The same question until the answer can be parsed
// verdict: silent
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Surveys;

public sealed record Sentiment(string Label, double Score);

public sealed class SentimentReader(IChatClient chat)
{
    public async Task<Sentiment?> ReadAsync(string comment)
    {
        Sentiment? sentiment = null;
        for (int i = 0; i < 3; i++)
        {
            var response = await chat.GetResponseAsync($"Answer as JSON with Label and Score. Comment: {comment}");
            try
            {
                sentiment = JsonSerializer.Deserialize<Sentiment>(response.Text);
                break;
            }
            catch (JsonException)
            {
                // the model talked around the JSON: ask again
            }
        }

        return sentiment;
    }
}
