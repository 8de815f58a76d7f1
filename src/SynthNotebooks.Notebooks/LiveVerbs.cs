using System.Runtime.CompilerServices;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Panels;

namespace SynthNotebooks.Notebooks;

/// <summary>Displays that go on working while the kernel runs, for C# code.</summary>
public static class LiveVerbs
{
    /// <summary>Controls for making a synthetic table of this one; displayable.</summary>
    /// <param name="table">A variable of the notebook that holds the real table.</param>
    /// <param name="saveAs">Variable that will hold the synthetic table, upon Generate.</param>
    /// <param name="settings">What the controls begin with; null for the defaults.</param>
    /// <param name="name">The variable; the compiler fills it in.</param>
    /// <exception cref="ArgumentException">The table is no variable, or a setting is not legal.</exception>
    public static ParameterPanel Panel(this DataFrame table, string saveAs = "synthetic", PanelSettings? settings = null, [CallerArgumentExpression(nameof(table))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(saveAs);
        ArgumentNullException.ThrowIfNull(name);
        return new(name, saveAs, table, settings ?? new(), Toolkit.Default);
    }

    /// <summary>The table page by page, with columns that sort; displayable.</summary>
    /// <param name="table">The table.</param>
    /// <param name="size">Rows of a page, 1 to 200; default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not legal.</exception>
    public static TableBrowser Browse(this DataFrame table, int size = 20) => new(table, size, Toolkit.Default.Live);
}
