using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Collects the values of one column, of whatever .NET types, and builds the narrowest column that holds them all.</summary>
/// <param name="name">The column's name.</param>
/// <param name="textDates">Whether text that is all ISO dates becomes dates.</param>
/// <param name="onlyDates">Whether time stamps are known to be days, which many drivers hand over as DateTime.</param>
internal sealed class ValueGatherer(string name, bool textDates, bool onlyDates = false)
{
    [Flags]
    private enum Seen : byte
    {
        Nothing = 0,
        Integer = 1,
        Real = 2,
        Boolean = 4,
        Text = 8,
        Date = 16,
        Timestamp = 32,
    }

    private readonly List<long> _values = []; // integers, bits of reals, ticks, codes of texts
    private readonly List<Seen> _kinds = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private Seen _seen;
    private int _scale = -2; // common number of decimals of System.Decimal values; −1 when they differ

    /// <summary>Adds a value; null and DBNull are missing.</summary>
    /// <exception cref="DataLoadException">Its type fits no column kind.</exception>
    public void Add(object? value)
    {
        switch (value)
        {
            case null or DBNull: Add(Seen.Nothing, 0); break;
            case long v: Add(Seen.Integer, v); break;
            case int v: Add(Seen.Integer, v); break;
            case short v: Add(Seen.Integer, v); break;
            case byte v: Add(Seen.Integer, v); break;
            case sbyte v: Add(Seen.Integer, v); break;
            case ushort v: Add(Seen.Integer, v); break;
            case uint v: Add(Seen.Integer, v); break;
            case ulong v when v <= long.MaxValue: Add(Seen.Integer, (long)v); break;
            case ulong v: AddText(v.ToString(CultureInfo.InvariantCulture)); break;
            case double v: AddReal(v, -1); break;
            case float v: AddReal(double.Parse(v.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), -1); break; // 0.1f is 0.1, not 0.10000000149
            case decimal v: AddReal((double)v, v.Scale); break;
            case bool v: Add(Seen.Boolean, v ? 1 : 0); break;
            case string v: AddText(v); break;
            case char v: AddText(v.ToString()); break;
            case DateOnly v: Add(Seen.Date, v.DayNumber * TimeSpan.TicksPerDay); break;
            case DateTime v: Add(onlyDates && v.TimeOfDay == TimeSpan.Zero ? Seen.Date : Seen.Timestamp, v.Ticks); break;
            case DateTimeOffset v: Add(Seen.Timestamp, v.UtcTicks); break;
            case Guid v: AddText(v.ToString()); break;
            case TimeSpan or TimeOnly: AddText(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            default:
                throw new DataLoadException(
                    $"Column '{name}' has values of type {value.GetType().Name}, which no column holds; accepted are numbers, texts, booleans, dates and time stamps. Leave the column out or cast it to text in a query.", column: name);
        }
    }

    public Column Build() => _seen switch
    {
        Seen.Integer => new Int64Column(name, _values.ToArray(), Nulls()),
        Seen.Real or (Seen.Real | Seen.Integer) => Reals(),
        Seen.Boolean => new BooleanColumn(name, _values.ConvertAll(value => value != 0).ToArray(), Nulls()),
        Seen.Date => new DateColumn(name, _values.ConvertAll(ticks => (int)(ticks / TimeSpan.TicksPerDay)).ToArray(), Nulls()),
        Seen.Timestamp or (Seen.Timestamp | Seen.Date) => new TimestampColumn(name, _values.ToArray(), Nulls()),
        _ => Texts(),
    };

    private void Add(Seen kind, long value)
    {
        _seen |= kind;
        _kinds.Add(kind);
        _values.Add(value);
    }

    private void AddReal(double value, int scale)
    {
        if (double.IsNaN(value))
        {
            Add(Seen.Nothing, 0);
            return;
        }
        _scale = _scale == -2 || _scale == scale ? scale : -1;
        Add(Seen.Real, BitConverter.DoubleToInt64Bits(value));
    }

    private void AddText(string text)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codes, text, out var known);
        if (!known)
        {
            code = _texts.Count;
            _texts.Add(text);
        }
        Add(Seen.Text, code);
    }

    private NullMask Nulls()
    {
        var missing = new bool[_kinds.Count];
        for (var row = 0; row < missing.Length; row++) missing[row] = _kinds[row] == Seen.Nothing;
        return NullMask.Of(missing);
    }

    private DoubleColumn Reals()
    {
        var values = new double[_values.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = _kinds[row] switch
            {
                Seen.Real => BitConverter.Int64BitsToDouble(_values[row]),
                Seen.Integer => _values[row],
                _ => double.NaN,
            };
        }
        return new DoubleColumn(name, values, _scale is >= 0 and <= 15 && _seen == Seen.Real ? new ColumnFormat(_scale) : null);
    }

    // Texts, also what is left when kinds are mixed, each spelled as its own kind would be.
    private Column Texts()
    {
        if (_seen is Seen.Text or Seen.Nothing)
        {
            var codes = new int[_values.Count];
            for (var row = 0; row < codes.Length; row++) codes[row] = _kinds[row] == Seen.Nothing ? -1 : (int)_values[row];
            var column = new TextColumn(name, codes, _texts);
            return textDates ? DatesOf(column) : column;
        }
        var texts = new string?[_values.Count];
        for (var row = 0; row < texts.Length; row++)
        {
            texts[row] = _kinds[row] switch
            {
                Seen.Nothing => null,
                Seen.Integer => _values[row].ToString(CultureInfo.InvariantCulture),
                Seen.Real => BitConverter.Int64BitsToDouble(_values[row]).ToString("R", CultureInfo.InvariantCulture),
                Seen.Boolean => _values[row] != 0 ? "true" : "false",
                Seen.Date => new DateTime(_values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Seen.Timestamp => new DateTime(_values[row]).ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                _ => _texts[(int)_values[row]],
            };
        }
        return TextColumn.Of(name, texts);
    }

    // ISO dates or time stamps throughout become such; anything else stays text.
    internal static Column DatesOf(TextColumn column)
    {
        if (column.Categories.Count == 0) return column;
        var first = Encoding.UTF8.GetBytes(column.Categories[0]);
        foreach (var pattern in TemporalGuess.Of(first))
        {
            if (!pattern.Text.StartsWith("yyyy-MM-dd", StringComparison.Ordinal)) continue;
            var all = true;
            foreach (var category in column.Categories) all = all && pattern.TryParse(Encoding.UTF8.GetBytes(category), out _);
            if (!all) continue;
            var converted = ColumnConversion.Convert(column, pattern.HasTime ? ColumnKind.Timestamp : ColumnKind.Date, new ColumnFormat(Pattern: pattern.Text));
            return pattern.Text is "yyyy-MM-dd" or "yyyy-MM-dd HH:mm:ss" ? converted.WithFormat(ColumnFormat.Default) : converted;
        }
        return column;
    }
}
