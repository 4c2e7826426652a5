// F38b A file that is indented by tabs
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'target', one after another; 'CompleteBatchAsync' sends them together
// indent: tabs
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Makefiles
{
    public class TargetExplainer
    {
        private readonly IChatClient _chat;

        public TargetExplainer(IChatClient chat)
        {
            _chat = chat;
        }

        public async Task<Dictionary<string, string>> ExplainAsync(IDictionary<string, string> targets, CancellationToken cancellationToken)
        {
            var explained = new Dictionary<string, string>();
            foreach (var target in targets)
            {
                if (target.Value.Length > 0)
                {
                    var response = await /*BM0001*/_chat.GetResponseAsync(
                        $"What does the target {target.Key} do? {target.Value}",
                        cancellationToken: cancellationToken);
                    explained[target.Key] = response.Text;
                }
            }

            return explained;
        }
    }
}
//// run
var targets = new SortedDictionary<string, string> { ["all"] = "cc main.c", ["clean"] = "rm -f a.out", ["phony"] = "", ["test"] = "./a.out --check" };
foreach (var (target, text) in await new TargetExplainer(chat).ExplainAsync(targets, cancellationToken))
{
    Log(target + ": " + text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Makefiles
{
    public class TargetExplainer
    {
        private readonly IChatClient _chat;

        public TargetExplainer(IChatClient chat)
        {
            _chat = chat;
        }

        public async Task<Dictionary<string, string>> ExplainAsync(IDictionary<string, string> targets, CancellationToken cancellationToken)
        {
            var explained = new Dictionary<string, string>();
            var pending = new List<KeyValuePair<string, string>>();
            var prompts = new List<string>();
            foreach (var target in targets)
            {
                if (target.Value.Length > 0)
                {
                    pending.Add(target);
                    prompts.Add($"What does the target {target.Key} do? {target.Value}");
                }
            }

            var batch = await _chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
            foreach (var (target, item) in pending.Zip(batch))
            {
                var response = item.Response;
                explained[target.Key] = response.Text;
            }

            return explained;
        }
    }
}
