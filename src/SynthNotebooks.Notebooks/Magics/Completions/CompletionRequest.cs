using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>What a completion source may look at.</summary>
/// <param name="Typed">The value as typed so far, without quotes.</param>
/// <param name="Given">The other arguments of the line, by parameter name.</param>
/// <param name="Variables">The notebook's variables.</param>
/// <param name="WorkingDirectory">Where relative paths start.</param>
/// <param name="Toolkit">The catalogs.</param>
public sealed record CompletionRequest(
    string Typed, IReadOnlyDictionary<string, string> Given, INotebookVariables Variables, string WorkingDirectory, Toolkit Toolkit)
{
    /// <summary>The items of a list that stand before the one being typed, with their commas; empty in the first.</summary>
    public string Listed => Typed[..(Typed.LastIndexOf(',') + 1)];
}
