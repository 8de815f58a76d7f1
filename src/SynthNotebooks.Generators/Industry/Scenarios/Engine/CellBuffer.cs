using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Gathers the cells of one column.</summary>
internal abstract class CellBuffer
{
    public static CellBuffer Of(AttributePlan attribute) => attribute switch
    {
        { Refers: { } kept } => new CodeBuffer(attribute.Name, attribute.Slot, kept.Keys),
        { RecordSlot: >= 0 } => new TextBuffer(attribute.Name, attribute.RecordSlot, 0, distinct: false),
        { Type.IsString: true } => new TextBuffer(attribute.Name, attribute.Slot, 0, distinct: false),
        { Type.Categories: { } categories } => new CodeBuffer(attribute.Name, attribute.Slot, categories),
        _ => new NumberBuffer(attribute),
    };

    /// <summary>The cell of one row as a column.</summary>
    public static Column Single(AttributePlan attribute, Row row)
    {
        var buffer = attribute.RecordSlot >= 0 ? new CodeBuffer(attribute.Name, attribute.Slot, attribute.Type.Categories!) : Of(attribute);
        buffer.Add(row);
        return buffer.Take();
    }

    /// <summary>A column of values of an attribute.</summary>
    public static Column ColumnOf(AttributePlan attribute, double[] values) => attribute.Type.Categories is { } categories
        ? new TextColumn(attribute.Name, Array.ConvertAll(values, value => value >= 0 ? (int)value : -1), categories)
        : NumberBuffer.ColumnOf(attribute, values);

    public abstract void Add(Row row);

    /// <summary>The column of the rows so far; the buffer is empty afterwards.</summary>
    public abstract Column Take();
}

/// <summary>Numbers, truth and moments.</summary>
internal sealed class NumberBuffer(AttributePlan attribute) : CellBuffer
{
    private readonly int _slot = attribute.Slot;
    private readonly List<double> _values = [];

    public override void Add(Row row) => _values.Add(row.Numbers[_slot]);

    public override Column Take()
    {
        var values = _values.ToArray();
        _values.Clear();
        return ColumnOf(attribute, values);
    }

    public static new Column ColumnOf(AttributePlan attribute, double[] values)
    {
        var name = attribute.Name;
        if (attribute.Type.Kind == CellKind.Number) return new DoubleColumn(name, values, attribute.Decimals is { } decimals ? new ColumnFormat(Decimals: decimals) : null);
        var missing = Array.ConvertAll(values, double.IsNaN);
        var nulls = NullMask.Of(missing);
        return attribute.Type.Kind switch
        {
            CellKind.Integer => new Int64Column(name, Array.ConvertAll(values, Whole), nulls),
            CellKind.Boolean => new BooleanColumn(name, Array.ConvertAll(values, value => value != 0), nulls),
            CellKind.Date => new DateColumn(name, Array.ConvertAll(values, value => double.IsNaN(value) ? 0 : DateOnly.FromDateTime(Texts.Moment(value)).DayNumber), nulls),
            _ => new TimestampColumn(name, Array.ConvertAll(values, value => double.IsNaN(value) ? 0 : Texts.Moment(value).Ticks), nulls),
        };
    }

    private static long Whole(double value) => double.IsNaN(value) ? 0 : (long)Math.Clamp(Math.Round(value), -9.2e18, 9.2e18);
}

/// <summary>Texts of few values; all chunks share the dictionary.</summary>
internal sealed class CodeBuffer(string name, int slot, IReadOnlyList<string> categories) : CellBuffer
{
    private readonly List<int> _codes = [];

    public override void Add(Row row) => _codes.Add(row.Numbers[slot] is >= 0 and var code ? (int)code : -1);

    public override Column Take()
    {
        var column = new TextColumn(name, _codes.ToArray(), categories);
        _codes.Clear();
        return column;
    }
}

/// <summary>Free texts and keys.</summary>
internal sealed class TextBuffer(string name, int slot, int levels, bool distinct) : CellBuffer
{
    private readonly List<int> _codes = [];
    private Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private List<string> _texts = [];
    private string? _last;
    private int _lastCode;

    public override void Add(Row row)
    {
        for (var i = 0; i < levels; i++) row = row.Parent!;
        var text = row.Texts[slot];
        if (text is null)
        {
            _codes.Add(-1);
            return;
        }
        if (ReferenceEquals(text, _last)) // the rows of one parent
        {
            _codes.Add(_lastCode);
            return;
        }
        _last = text;
        var code = _texts.Count;
        if (distinct || _known.TryAdd(text, code)) _texts.Add(text);
        else code = _known[text];
        _codes.Add(_lastCode = code);
    }

    public override Column Take()
    {
        var column = new TextColumn(name, _codes.ToArray(), _texts);
        _codes.Clear();
        (_known, _texts, _last) = (new(StringComparer.Ordinal), [], null);
        return column;
    }
}
