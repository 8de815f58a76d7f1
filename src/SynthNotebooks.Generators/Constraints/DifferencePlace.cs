using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>What the distances of a <see cref="DifferenceTransform"/> are taken from where there is nothing to take them from, and how far they lead.</summary>
/// <param name="Reference">The median of the columns below.</param>
/// <param name="Lowest">Smallest value of the column, without the most extreme records.</param>
/// <param name="Highest">Largest value, likewise.</param>
internal sealed record DifferencePlace(decimal Reference, decimal Lowest, decimal Highest)
{
    public void Save(ModelWriter writer)
    {
        writer.Write("reference", Reference.ToString(CultureInfo.InvariantCulture));
        writer.Write("lowest", Lowest.ToString(CultureInfo.InvariantCulture));
        writer.Write("highest", Highest.ToString(CultureInfo.InvariantCulture));
    }

    public static DifferencePlace Load(ModelReader reader)
    {
        var place = new DifferencePlace(Number(reader, "reference"), Number(reader, "lowest"), Number(reader, "highest"));
        return place.Lowest <= place.Highest ? place : throw new ModelFormatException($"The model's lowest value {place.Lowest} lies above its highest, {place.Highest}.");
    }

    private static decimal Number(ModelReader reader, string name) =>
        decimal.TryParse(reader.Text(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw new ModelFormatException($"The model's '{name}' is '{reader.Text(name)}'; it must be a number.");
}
