using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Models;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A fitted model that stands at the end of a cell, as its card.</summary>
public sealed class FittedGeneratorDisplay : TableDisplay<IFittedGenerator>
{
    /// <inheritdoc/>
    protected override TableView View(IFittedGenerator value) => ModelCardDisplay.Of(new ModelCard(value));
}
