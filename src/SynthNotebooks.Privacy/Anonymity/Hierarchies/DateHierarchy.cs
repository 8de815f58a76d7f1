using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Dates and time stamps by month, year and decade, then everything.</summary>
public sealed class DateHierarchy : GeneralisationHierarchy
{
    /// <inheritdoc/>
    public override int Levels => 5;

    /// <inheritdoc/>
    public override string[] Labels(Column values, int level)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Kind is not (ColumnKind.Date or ColumnKind.Timestamp))
            throw new AnonymityException($"Column '{values.Name}' is {values.Kind.ToString().ToLowerInvariant()}; a hierarchy of months and years takes dates.");
        var labels = new string[values.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var day = values[i] switch { DateOnly date => date, DateTime time => DateOnly.FromDateTime(time), _ => default };
            labels[i] = level switch
            {
                1 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                2 => day.ToString("yyyy", CultureInfo.InvariantCulture),
                3 => (day.Year / 10 * 10).ToString("0000", CultureInfo.InvariantCulture) + "s",
                _ => Everything,
            };
        }
        return labels;
    }
}
