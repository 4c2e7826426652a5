// F38c Block namespaces, one nested in another
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'pupil', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace School
{
    public class Pupil
    {
        public string Name { get; set; } = "";

        public string Essay { get; set; } = "";
    }

    namespace Marking
    {
        public class EssayMarker
        {
            private readonly ChatClient client;

            public EssayMarker(ChatClient client)
            {
                this.client = client;
            }

            public async Task<Dictionary<string, string>> MarkAsync(IList<Pupil> pupils)
            {
                var marks = new Dictionary<string, string>();
                foreach (var pupil in pupils)
                {
                    ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                        new SystemChatMessage("Mark the essay."), new UserChatMessage(pupil.Essay));
                    marks[pupil.Name] = completion.Content[0].Text;
                }

                return marks;
            }
        }
    }
}
//// run
School.Pupil[] pupils = [new() { Name = "Una", Essay = "My dog" }, new() { Name = "Vic", Essay = "The sea" }, new() { Name = "Wyn", Essay = "Rain" }];
foreach (var (name, mark) in await new School.Marking.EssayMarker(client).MarkAsync(pupils))
{
    Log(name + ": " + mark);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace School
{
    public class Pupil
    {
        public string Name { get; set; } = "";

        public string Essay { get; set; } = "";
    }

    namespace Marking
    {
        public class EssayMarker
        {
            private readonly ChatClient client;

            public EssayMarker(ChatClient client)
            {
                this.client = client;
            }

            public async Task<Dictionary<string, string>> MarkAsync(IList<Pupil> pupils)
            {
                var marks = new Dictionary<string, string>();
                var messagesList = new List<IEnumerable<ChatMessage>>();
                foreach (var pupil in pupils)
                {
                    messagesList.Add([new SystemChatMessage("Mark the essay."), new UserChatMessage(pupil.Essay)]);
                }

                var batch = await client.CompleteBatchAsync(messagesList);
                foreach (var (pupil, item) in pupils.Zip(batch))
                {
                    ChatCompletion completion = item.Response;
                    marks[pupil.Name] = completion.Content[0].Text;
                }

                return marks;
            }
        }
    }
}
