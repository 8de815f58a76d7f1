using System.Numerics;

namespace SynthNotebooks.Evaluation.Attacks.Views;

/// <summary>Which rows of a table have which code, a bit a row, so that rows that meet several conditions are counted 64 at a time.</summary>
internal sealed class CodeBits
{
    private readonly ulong[][][] _bits; // [columns][codes][words]
    private readonly int _words;

    private CodeBits(ulong[][][] bits, int rows) => (_bits, Rows, _words) = (bits, rows, (rows + 63) / 64);

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <param name="codes">By column one code a row, 0 to the column's cells − 1.</param>
    /// <param name="cells">By column.</param>
    public static CodeBits Of(IReadOnlyList<int[]> codes, IReadOnlyList<int> cells)
    {
        var rows = codes[0].Length;
        var bits = new ulong[codes.Count][][];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = new ulong[cells[i]][];
            for (var row = 0; row < rows; row++)
            {
                var words = bits[i][codes[i][row]] ??= new ulong[(rows + 63) / 64];
                words[row >> 6] |= 1UL << (row & 63);
            }
        }
        return new(bits, rows);
    }

    /// <summary>Number of rows that have the given codes in the given columns.</summary>
    /// <param name="columns">At least one.</param>
    /// <param name="codes">One a column of the table.</param>
    public int Count(ReadOnlySpan<int> columns, ReadOnlySpan<int> codes)
    {
        Span<ulong> both = _words <= 1024 ? stackalloc ulong[_words] : new ulong[_words];
        return Select(columns, codes, both) ? Ones(both) : 0;
    }

    /// <summary>Marks the rows that have the given codes.</summary>
    /// <returns>False when no row can have them; <paramref name="into"/> is then of no meaning.</returns>
    public bool Select(ReadOnlySpan<int> columns, ReadOnlySpan<int> codes, Span<ulong> into)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (_bits[columns[i]][codes[columns[i]]] is not { } words) return false;
            if (i == 0) words.CopyTo(into);
            else
                for (var word = 0; word < into.Length; word++) into[word] &= words[word];
        }
        return true;
    }

    /// <summary>Number of marked rows that also have a code in the first column.</summary>
    public int CountAmong(int code, ReadOnlySpan<ulong> marked)
    {
        if (_bits[0][code] is not { } words) return 0;
        var count = 0;
        for (var word = 0; word < words.Length; word++) count += BitOperations.PopCount(words[word] & marked[word]);
        return count;
    }

    /// <summary>Number of marked rows.</summary>
    public static int Ones(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }
}
