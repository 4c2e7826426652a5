// S137a Contents that grow by each answer, and answers in pieces
// verdict: silent
// uses: Google.GenAI
using System.Collections.Generic;
using System.Threading.Tasks;
using Google.GenAI;
using Google.GenAI.Types;

namespace Chess;

public static class Game
{
    public static async Task<List<Content>> PlayAsync(Client client, string[] moves)
    {
        var contents = new List<Content>();
        foreach (var move in moves)
        {
            contents.Add(new Content { Role = "user", Parts = [Part.FromText(move)] });
            var response = await client.Models.GenerateContentAsync("gemini-small", contents);
            contents.Add(response.Candidates![0].Content!);
        }

        return contents;
    }

    public static async Task CommentAsync(Client client, string[] moves)
    {
        foreach (var move in moves)
        {
            await foreach (var piece in client.Models.GenerateContentStreamAsync("gemini-small", move))
            {
                System.Console.Write(piece.Text);
            }
        }
    }
}
