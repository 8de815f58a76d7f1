using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Writes a table as delimited text, chunk by chunk in constant memory: UTF-8, LF line ends, header once.</summary>
/// <remarks>
/// A missing cell is empty, or spelled as in <see cref="ColumnFormat.NullText"/>. Dictionaries that chunks share are encoded once. The stream
/// is not closed; <see cref="Dispose"/> flushes to it.
/// </remarks>
public sealed class CsvTableWriter : IDisposable
{
    private const int Threshold = 1 << 17;

    private readonly Stream _stream;
    private readonly CsvWriteOptions _options;
    private readonly CellQuoting _quoting;
    private string[]? _names;
    private CellWriter?[] _writers = [];
    private byte[] _buffer = new byte[Threshold * 2];
    private int _used;

    /// <param name="stream">Written to, left open.</param>
    /// <param name="options">Delimiter, header, guard; null for the defaults.</param>
    public CsvTableWriter(Stream stream, CsvWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _options = options ?? new CsvWriteOptions();
        _quoting = new CellQuoting(_options);
    }

    /// <summary>Writes the rows of a chunk; the first chunk writes the header too.</summary>
    /// <exception cref="ArgumentException">The chunk's columns are not those of the first.</exception>
    public void Write(DataFrame chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (_names is null) Begin(chunk);
        else RequireSameColumns(chunk);
        var rowBytes = _writers.Length + 2;
        for (var i = 0; i < _writers.Length; i++)
        {
            _writers[i] = WriterOf(chunk.Columns[i], _writers[i]);
            rowBytes = checked(rowBytes + _writers[i]!.MaxBytes);
        }
        if (_used + rowBytes > _buffer.Length) Flush();
        if (rowBytes > _buffer.Length - Threshold) Array.Resize(ref _buffer, checked(rowBytes + Threshold));
        WriteRows((int)chunk.Rows.Count, rowBytes);
    }

    /// <summary>Hands everything to the stream.</summary>
    public void Dispose()
    {
        Flush();
        _stream.Flush();
    }

    private void WriteRows(int rows, int rowBytes)
    {
        var delimiter = (byte)_options.Delimiter;
        var alone = _writers.Length == 1;
        for (var row = 0; row < rows; row++)
        {
            if (_used + rowBytes > _buffer.Length) Flush();
            var start = _used;
            foreach (var writer in _writers)
            {
                _used += writer!.Write(row, _buffer.AsSpan(_used));
                _buffer[_used++] = delimiter;
            }
            if (alone && _used == start + 1) // an empty line would be no row
            {
                _buffer[start] = _buffer[start + 1] = (byte)'"';
                _used = start + 3;
            }
            _buffer[_used - 1] = (byte)'\n';
        }
        if (_used > Threshold) Flush();
    }

    private CellWriter WriterOf(Column column, CellWriter? previous)
    {
        if (column is TextColumn text && previous is TextCellWriter known && ReferenceEquals(known.Categories, text.Categories))
        {
            known.Continue(text);
            return known;
        }
        var missing = column.Format.NullText is { Length: > 0 } spelling ? _quoting.Encode(spelling) : [];
        return column switch
        {
            TextColumn categories => new TextCellWriter(categories, _quoting, missing),
            Int64Column integers => new IntegerCellWriter(integers, missing),
            DoubleColumn reals => new RealCellWriter(reals, missing),
            _ => new OtherCellWriter(column, _quoting, missing),
        };
    }

    private void Begin(DataFrame chunk)
    {
        if (chunk.Columns.Count == 0) throw new ArgumentException("A table without columns cannot be written as text.", nameof(chunk));
        _names = [.. chunk.Columns.Select(column => column.Name)];
        _writers = new CellWriter?[_names.Length];
        if (!_options.Header) return;
        var header = string.Join(_options.Delimiter, _names.Select(name => Encoding.UTF8.GetString(_quoting.Encode(name))));
        _stream.Write(Encoding.UTF8.GetBytes(header + "\n"));
    }

    private void RequireSameColumns(DataFrame chunk)
    {
        if (!chunk.Columns.Select(column => column.Name).SequenceEqual(_names!, StringComparer.Ordinal))
            throw new ArgumentException($"The chunk has the columns {string.Join(", ", chunk.Columns.Select(column => column.Name))}; the first had {string.Join(", ", _names!)}.", nameof(chunk));
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
