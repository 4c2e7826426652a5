// S10 A list of editors, each gets what the one before has written
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using OpenAI.Chat;

namespace Copywriting;

public sealed record Editor(string Name, string Instruction);

public sealed class Desk
{
    public required ChatClient Client { get; init; }

    public required IReadOnlyList<Editor> Editors { get; init; }

    public Article Edit(Article article)
    {
        foreach (var editor in Editors.Where(e => e.Instruction.Length > 0))
        {
            var completion = Client.CompleteChat([new SystemChatMessage(editor.Instruction), new UserChatMessage(article.Body)]);
            article = article with { Body = completion.Value.Content[0].Text, EditedBy = article.EditedBy.Append(editor.Name).ToArray() };
        }

        return article;
    }
}

public sealed record Article(string Body, string[] EditedBy);
