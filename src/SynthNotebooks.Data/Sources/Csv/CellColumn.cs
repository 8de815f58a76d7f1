namespace SynthNotebooks.Data;

/// <summary>Finds the kind of one column while its cells are parsed: each kind that fails hands over to the next possible one.</summary>
internal sealed class CellColumn(string name, CsvOptions options, NullTokens tokens, byte delimiter, int capacity)
{
    private readonly ColumnKind? _told = options.Kinds?.TryGetValue(name, out var kind) == true ? kind : null;
    private readonly Queue<Func<CellColumnBuilder>> _candidates = new();
    private CellColumnBuilder? _builder;
    private IntegerCells? _integers;
    private RealCells? _doubtful;

    public string Name => name;

    /// <summary>Whether the cells of the pass have all been taken so far.</summary>
    public bool Active { get; private set; }

    /// <summary>Prepares for reading the file from its beginning.</summary>
    public void StartPass()
    {
        Active = true;
        _builder ??= _told == ColumnKind.Text ? NewText() : new PendingCells(tokens, capacity);
    }

    /// <summary>Takes a block; when that needs an earlier block again the column sits out the rest of the pass.</summary>
    /// <exception cref="DataLoadException">The kind was told and a cell does not fit it.</exception>
    public void Append(CellBlock block, int column)
    {
        while (!_builder!.TryAppend(block, column))
        {
            var refused = _builder;
            var cell = refused.RefusedRow * block.Columns + column;
            if (refused is PendingCells) Propose(block.Raw(cell));
            if (!_candidates.TryDequeue(out var next)) throw Unfit(block, cell);
            if (refused is IntegerCells integers) _integers = integers;
            if (_integers?.Count != refused.Count) _integers = null; // only a start from this very row can be carried on
            _builder = next();
            if (_builder.Count == refused.Count) continue;
            Active = false;
            return;
        }
    }

    /// <summary>Ends a pass.</summary>
    /// <returns>True when the column is complete; false when it must be read again.</returns>
    public bool EndPass()
    {
        if (!Active) return false;
        switch (_builder)
        {
            case PendingCells { SawToken: true } when _told is null:
                _builder = NewText();
                return false;
            case RealCells { LongIntegers: true } real when _told is null: // integers beyond 64 bits: numbers or ids?
                _doubtful = real;
                _builder = NewText();
                return false;
            case TextCells text when _doubtful is not null && !text.LooksLikeIds():
                _builder = _doubtful;
                break;
        }
        return true;
    }

    public Column Build() => _builder is PendingCells pending && _told is { } kind and not ColumnKind.Text
        ? Empty(kind, pending.Count)
        : _builder!.Build(name);

    // The kinds that the first cell allows, the narrowest first.
    private void Propose(ReadOnlySpan<byte> cell)
    {
        var point = options.Decimal is null or '.';
        var comma = options.Decimal == ',' || options.Decimal is null && delimiter != ',';
        var integer = NumberCell.TryInteger(cell, out _);
        if (Allows(ColumnKind.Integer) && integer) _candidates.Enqueue(() => new IntegerCells(tokens, capacity));
        if (Allows(ColumnKind.Real))
        {
            if (point && NumberCell.TryReal(cell, (byte)'.', out _, out _)) _candidates.Enqueue(() => NewReal((byte)'.'));
            if (comma && NumberCell.TryReal(cell, (byte)',', out _, out _)) _candidates.Enqueue(() => NewReal((byte)','));
        }
        if (Allows(ColumnKind.Boolean) && BooleanCells.For(cell, tokens, capacity) is { } boolean) _candidates.Enqueue(() => boolean);
        if (!integer)
        {
            var patterns = TemporalGuess.Of(cell);
            if (options.DatePattern is { } told) patterns.Insert(0, TemporalPattern.Compile(told));
            foreach (var pattern in patterns)
                if (Allows(pattern.HasTime ? ColumnKind.Timestamp : ColumnKind.Date)) _candidates.Enqueue(() => new TemporalCells(tokens, capacity, pattern));
        }
        else if (options.DatePattern is { } told && TemporalPattern.Compile(told) is var compact && compact.TryParse(cell, out _)) // e.g. yyyyMMdd
        {
            _candidates.Clear();
            if (Allows(compact.HasTime ? ColumnKind.Timestamp : ColumnKind.Date)) _candidates.Enqueue(() => new TemporalCells(tokens, capacity, compact));
            if (Allows(ColumnKind.Integer)) _candidates.Enqueue(() => new IntegerCells(tokens, capacity));
        }
        if (Allows(ColumnKind.Text)) _candidates.Enqueue(NewText);
    }

    private bool Allows(ColumnKind candidate) => _told is null || _told == candidate;

    private TextCells NewText() => new(tokens, capacity, options.QuotedEmptyIsText);

    private RealCells NewReal(byte mark) =>
        _integers is null ? new(tokens, capacity, mark) : new(_integers, tokens, capacity, mark);

    private DataLoadException Unfit(CellBlock block, int cell)
    {
        var line = TextDecoding.LineOf(block.Text, block.Starts[cell]);
        var accepted = _told switch
        {
            ColumnKind.Integer => "whole numbers of at most 64 bits without leading zeros",
            ColumnKind.Real => "numbers such as 1.5, 1e-3",
            ColumnKind.Boolean => "true and false in one spelling",
            ColumnKind.Date => "dates such as 2024-12-31 (tell another pattern as DatePattern)",
            _ => "time stamps such as 2024-12-31 23:59:59 (tell another pattern as DatePattern)",
        };
        return new($"Line {line}, column '{name}': '{block.GetString(cell)}' does not fit the kind {_told}, which was told; accepted are {accepted} and missing cells.", line, name);
    }

    private Column Empty(ColumnKind kind, int rows)
    {
        var nulls = new bool[rows];
        nulls.AsSpan().Fill(true);
        var mask = NullMask.Of(nulls);
        return kind switch
        {
            ColumnKind.Integer => new Int64Column(name, new long[rows], mask),
            ColumnKind.Real => new DoubleColumn(name, Filled(rows)),
            ColumnKind.Boolean => new BooleanColumn(name, nulls, mask),
            ColumnKind.Date => new DateColumn(name, new int[rows], mask),
            _ => new TimestampColumn(name, new long[rows], mask),
        };

        static double[] Filled(int rows)
        {
            var values = new double[rows];
            values.AsSpan().Fill(double.NaN);
            return values;
        }
    }
}
