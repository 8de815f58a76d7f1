using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Data;

/// <summary>Finds cells in UTF-8 text by RFC 4180, with LF or CRLF line ends; empty lines are skipped.</summary>
/// <remarks>Delimiters, quotes and line ends are found 32 bytes at a time. Inside an unquoted cell a quote is an ordinary character.</remarks>
internal ref struct CellTokenizer
{
    private readonly byte[] _text;
    private readonly int _end;
    private readonly byte _delimiter;
    private int _base;
    private uint _mask;
    private int _cellStart;

    /// <param name="text">Padded by <see cref="TextDecoding.Padding"/> bytes behind <paramref name="end"/>.</param>
    /// <param name="start">First byte.</param>
    /// <param name="end">Behind the last byte.</param>
    /// <param name="delimiter">ASCII.</param>
    public CellTokenizer(byte[] text, int start, int end, byte delimiter)
    {
        (_text, _end, _delimiter) = (text, end, delimiter);
        _base = _cellStart = start;
        Load();
    }

    /// <summary>Offset of the next row.</summary>
    public readonly int Position => _cellStart;

    /// <summary>Fills the block with the next rows, each of which must have the block's number of cells.</summary>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="DataLoadException">A row has another number of cells, or a quote is not closed.</exception>
    public bool Read(CellBlock block)
    {
        block.Rows = 0;
        while (block.Rows < block.MaxRows)
        {
            var first = block.Rows * block.Columns;
            var cells = ReadRow(block.Starts.AsSpan(first, block.Columns), block.Lengths.AsSpan(first, block.Columns));
            if (cells == 0) break;
            if (cells != block.Columns) throw Ragged(block.Starts[first], cells, block.Columns);
            block.Rows++;
        }
        return block.Rows > 0;
    }

    /// <summary>Reads one row; cells beyond the spans are counted but not stored.</summary>
    /// <returns>Number of cells; 0 at the end of the text.</returns>
    public int ReadRow(Span<int> starts, Span<int> lengths)
    {
        var cells = 0;
        while (true)
        {
            var at = NextSpecial();
            int length;
            byte special;
            if (at < _end && _text[at] == '"')
            {
                if (at != _cellStart) continue;
                length = ReadQuoted(out at);
                special = at < _end ? _text[at] : (byte)'\n';
            }
            else
            {
                special = at < _end ? _text[at] : (byte)'\n';
                length = at - _cellStart;
                if (special != _delimiter)
                {
                    if (length > 0 && _text[at - 1] == '\r') length--;
                    if (cells == 0 && length == 0) // an empty line, or the end
                    {
                        if (at >= _end) return 0;
                        _cellStart = at + 1;
                        continue;
                    }
                }
            }
            if (cells < starts.Length)
            {
                starts[cells] = length < 0 ? _cellStart + 1 : _cellStart;
                lengths[cells] = length;
            }
            cells++;
            _cellStart = Math.Min(at + 1, _end);
            if (special != _delimiter) return cells;
            if (at + 1 >= _end) // the text ends behind a delimiter: one more, empty cell
            {
                if (cells < starts.Length) (starts[cells], lengths[cells]) = (_end, 0);
                return cells + 1;
            }
        }
    }

    // From the opening quote at the cell's start to the delimiter, line end or end of text behind the closing one.
    private int ReadQuoted(out int behind)
    {
        var escaped = 0;
        int close;
        while (true)
        {
            close = NextSpecial();
            if (close >= _end) throw Unterminated();
            if (_text[close] != '"') continue;
            if (close + 1 >= _end || _text[close + 1] != '"') break;
            NextSpecial(); // the second of a pair
            escaped = CellBlock.Escaped;
        }
        behind = NextSpecial();
        for (var i = close + 1; i < behind; i++)
            if (_text[i] is not ((byte)' ' or (byte)'\r')) throw Trailing(i);
        if (behind < _end && _text[behind] == '"') throw Trailing(behind);
        return close - _cellStart - 1 | escaped | CellBlock.Quoted;
    }

    private int NextSpecial()
    {
        while (_mask == 0)
        {
            _base += Vector256<byte>.Count;
            if (_base >= _end) return _end;
            Load();
        }
        var at = _base + BitOperations.TrailingZeroCount(_mask);
        _mask &= _mask - 1;
        return Math.Min(at, _end);
    }

    private void Load()
    {
        var bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_text), (nuint)_base);
        _mask = (Vector256.Equals(bytes, Vector256.Create(_delimiter)) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
    }

    private readonly DataLoadException Ragged(int rowStart, int cells, int expected)
    {
        var line = TextDecoding.LineOf(_text, rowStart);
        return new($"Line {line} has {cells} cells, the first line has {expected}. A cell that holds the delimiter '{(char)_delimiter}' must stand in quotes; if the delimiter is another one, say so with --delimiter.", line);
    }

    private readonly DataLoadException Unterminated()
    {
        var line = TextDecoding.LineOf(_text, _cellStart);
        return new($"Line {line}: the quote that opens here is not closed before the end of the file; a quote inside a quoted cell is written twice (\"\").", line);
    }

    private readonly DataLoadException Trailing(int at)
    {
        var line = TextDecoding.LineOf(_text, at);
        return new($"Line {line}: text follows a closing quote; the next character must be the delimiter '{(char)_delimiter}' or a line end, and a quote inside a quoted cell is written twice (\"\").", line);
    }
}
