// S97 What stood before a request that may throw would be missing
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Forms;

public sealed class Form
{
    public string Name { get; set; } = "";

    public string Age { get; set; } = "";

    public string Greeting { get; set; } = "";

    public string Advice { get; set; } = "";
}

public sealed class FormFiller(IChatClient chat)
{
    public async Task FillAsync(Form form)
    {
        form.Greeting = (await chat.GetResponseAsync($"Greet {form.Name}")).Text;
        var age = int.Parse(form.Age);
        form.Advice = (await chat.GetResponseAsync($"Advice for somebody of {age}")).Text;
    }

    public async Task<string> ReportAsync(Form form)
    {
        var text = "";
        try
        {
            text = (await chat.GetResponseAsync($"Greet {form.Name}")).Text;
            var advice = await chat.GetResponseAsync($"Advice for somebody of {int.Parse(form.Age)}");
            text += advice.Text;
        }
        catch (System.FormatException)
        {
            text += "?";
        }

        return text;
    }
}
