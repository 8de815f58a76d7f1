using Microsoft.AspNetCore.Html;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>The functions that every cell can call by their bare names, as in .NET Interactive.</summary>
#pragma warning disable IDE1006, CA1707 // names are those that notebooks already use
public static class CellFunctions
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value; null is shown as such.</param>
    /// <param name="mimeTypes">These representations only; without any, all that the value's type has.</param>
    /// <returns>A handle to replace what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Markup that is shown as it stands; the caller answers for its content.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page that shows the notebook, where the front end trusts it to; nothing is seen elsewhere.</summary>
    public static void Javascript(string scriptContent) => scriptContent.DisplayAs("application/javascript");

    /// <summary>Adds rules of style to the page that shows the notebook, where the front end trusts it to.</summary>
    public static void CSS(string content) => $"<style>{content}</style>".DisplayAs("text/html");

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => Context.Output.Clear(wait);

    /// <summary>Asks the user for a line.</summary>
    public static string GetInput(string prompt = "") => Context.Output.ReadLine(prompt, password: false);

    /// <summary>Asks the user for a line that is not shown while it is typed.</summary>
    public static string GetPassword(string prompt = "") => Context.Output.ReadLine(prompt, password: true);

    /// <summary>As <see cref="GetInput"/>, under the name that .NET Interactive has for it; the task is complete when it is returned.</summary>
    public static Task<string> GetInputAsync(string prompt = "") => Task.FromResult(GetInput(prompt));

    /// <summary>As <see cref="GetPassword"/>, under the name that .NET Interactive has for it; the task is complete when it is returned.</summary>
    public static Task<string> GetPasswordAsync(string prompt = "") => Task.FromResult(GetPassword(prompt));

    internal static CellContext Context => CellContext.Current ?? throw new InvalidOperationException("Nothing can be shown here: this code was not started by a cell.");
}
