using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Numbers, dates and time stamps by intervals of growing width, then everything.</summary>
public sealed class IntervalHierarchy : GeneralisationHierarchy
{
    private readonly double[] _widths;
    private readonly double _origin;

    /// <param name="widths">In the column's unit (dates: days, time stamps: seconds), above 0, each a multiple of the one before.</param>
    /// <param name="origin">Where an interval begins; default 0.</param>
    /// <exception cref="ArgumentException">There is no width, or one is not legal.</exception>
    public IntervalHierarchy(IReadOnlyList<double> widths, double origin = 0)
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count == 0) throw new ArgumentException("At least one width is needed.", nameof(widths));
        for (var i = 0; i < widths.Count; i++)
        {
            if (!(widths[i] > 0 && double.IsFinite(widths[i]))) throw new ArgumentException(Text($"Width {i + 1} is {widths[i]}; it must be a number above 0."), nameof(widths));
            if (i == 0) continue;
            var ratio = widths[i] / widths[i - 1];
            if (ratio < 1.5 || Math.Abs(ratio - Math.Round(ratio)) > 1e-9)
                throw new ArgumentException(Text($"Width {widths[i]} is no multiple of {widths[i - 1]}, the one before; the levels would not nest."), nameof(widths));
        }
        if (!double.IsFinite(origin)) throw new ArgumentException("The origin must be a finite number.", nameof(origin));
        (_widths, _origin) = ([.. widths], origin);
    }

    /// <inheritdoc/>
    public override int Levels => _widths.Length + 2;

    /// <inheritdoc/>
    public override string[] Labels(Column values, int level)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Kind is ColumnKind.Text or ColumnKind.Boolean)
            throw new AnonymityException($"Column '{values.Name}' is {values.Kind.ToString().ToLowerInvariant()}; a hierarchy of intervals takes numbers and dates.");
        var numbers = values.ToNumbers();
        var labels = new string[values.Length];
        for (var i = 0; i < labels.Length; i++) labels[i] = level > _widths.Length ? Everything : Label(values, numbers[i], level);
        return labels;
    }

    // The bin of a wider level comes from the bin of the level below, so that rounding cannot break the nesting.
    private string Label(Column values, double number, int level)
    {
        if (double.IsNaN(number)) return Everything;
        if (double.IsInfinity(number)) return number > 0 ? "inf" : "-inf";
        var bin = Math.Floor((number - _origin) / _widths[0]);
        for (var i = 1; i < level; i++) bin = Math.Floor(bin / Math.Round(_widths[i] / _widths[i - 1]));
        double width = _widths[level - 1], start = _origin + bin * width;
        return values.Kind switch
        {
            ColumnKind.Integer when double.IsInteger(start) && double.IsInteger(width) => width == 1 ? Text($"{start}") : Text($"{start}-{start + width - 1}"),
            ColumnKind.Date => $"{Day(start)} to {Day(start + width - 1)}",
            ColumnKind.Timestamp => $"{Second(start)} to {Second(start + width)}",
            _ => Text($"[{start}, {start + width})"),
        };
    }

    private static string Day(double day) => DateOnly.FromDayNumber((int)Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Second(double second) => DateTime.MinValue.AddSeconds(Math.Clamp(second, 0, DateTime.MaxValue.Ticks / 1e7 - 1)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
