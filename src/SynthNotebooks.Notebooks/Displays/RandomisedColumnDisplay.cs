using System.Globalization;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Privacy.Local;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The shares that randomised reports tell, with their errors and the loss of each record.</summary>
public sealed class RandomisedColumnDisplay : TableDisplay<RandomisedColumn>
{
    /// <inheritdoc/>
    protected override TableView View(RandomisedColumn value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"{value.Column} by {ArgumentText.Kebab(value.Mechanism.ToString())}: each record {value.Claim}",
            [new("category"), new("estimated share", IsNumber: true), new("standard error", IsNumber: true)],
            [.. value.Estimates.Select(estimate => (IReadOnlyList<string?>)[estimate.Category, Number(estimate.Share), Number(estimate.StandardError)])])
        {
            Note = "Each record is protected whatever is known of the others; the losses of several randomised columns of a record add up, and the other columns are as they were."
                + (value.CategoriesObserved ? " The list of categories was taken from the data: that each of them occurs is not protected." : ""),
        };
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
