// F70q Windows line ends, and braces at the ends of the lines
// verdict: fixed
// message: 'ShortenOneAsync' is called for one item at a time; 'ShortenOneBatchAsync' sends them together
// newline: crlf
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Telegrams {
    internal class Shortener {
        private readonly IChatClient chat;

        internal Shortener(IChatClient chat) {
            this.chat = chat;
        }

        internal async Task<List<string>> ShortenAsync(IEnumerable<string> letters) {
            var telegrams = new List<string>();
            foreach (var letter in letters) {
                telegrams.Add(await /*BM0003*/this.ShortenOneAsync(letter)); // without stops
            }

            return telegrams;
        }

        private async Task<string> ShortenOneAsync(string letter) {
            var response = await this.chat.GetResponseAsync("Ten words at most: " + letter);
            return response.Text.Replace(".", "");
        }
    }
}
//// run
Log(string.Join("|", await new Shortener(chat).ShortenAsync(["Dear aunt.", "We arrive on Monday.", "Send money.", "Regards."])));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Telegrams {
    internal class Shortener {
        private readonly IChatClient chat;

        internal Shortener(IChatClient chat) {
            this.chat = chat;
        }

        internal async Task<List<string>> ShortenAsync(IEnumerable<string> letters) {
            var telegrams = new List<string>();
            var batch = await this.ShortenOneBatchAsync(letters);
            foreach (var item in batch) {
                telegrams.Add(item.Response); // without stops
            }

            return telegrams;
        }

        private async Task<BatchResult<string>> ShortenOneBatchAsync(IEnumerable<string> letters) {
            var batch = await this.chat.CompleteBatchAsync(letters, letter => "Ten words at most: " + letter);
            return batch.Map(response => response.Text.Replace(".", ""));
        }
    }
}
