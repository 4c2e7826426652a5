// F70t A synchronous helper without a result, under a braceless foreach
// verdict: fixed
// message: 'AssignOne' is called for one item at a time; 'AssignOneBatch' sends them together
using System.Collections.Generic;
using OpenAI.Chat;

namespace Inventory;

public sealed class Article
{
    public string Name = "";
    public string Group = "";
}

public static class ArticleGroups
{
    public static void Assign(ChatClient client, List<Article> articles)
    {
        foreach (var article in articles)
            /*BM0003*/AssignOne(client, article);
    }

    private static void AssignOne(ChatClient client, Article article)
    {
        var completion = client.CompleteChat([new UserChatMessage("The group of goods for " + article.Name)]).Value;
        article.Group = completion.Content[0].Text;
    }
}
//// run
var articles = new List<Article> { new() { Name = "rope" }, new() { Name = "nails" }, new() { Name = "paint" } };
ArticleGroups.Assign(client, articles);
foreach (var article in articles)
{
    Log(article.Name + ": " + article.Group);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Chat;

namespace Inventory;

public sealed class Article
{
    public string Name = "";
    public string Group = "";
}

public static class ArticleGroups
{
    public static void Assign(ChatClient client, List<Article> articles)
    {
        AssignOneBatch(client, articles);
    }

    private static void AssignOneBatch(ChatClient client, IEnumerable<Article> articles)
    {
        var pending = articles.ToList();
        var batch = client.CompleteBatch(pending, article => [new UserChatMessage("The group of goods for " + article.Name)]);
        foreach (var (article, item) in pending.Zip(batch))
        {
            var completion = item.Response.Value;
            article.Group = completion.Content[0].Text;
        }
    }
}
