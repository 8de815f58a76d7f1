using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Texts of one length: which characters may stand at each position, and which combinations are fresh.</summary>
/// <param name="Alphabets">One a position: its legal characters in ordinal order, at least one.</param>
/// <param name="IndexedFrom">Positions from here on spell the index; the ones before are random.</param>
/// <param name="Fresh">Which indices are not those of training texts.</param>
/// <param name="Mass">Number of training texts of this length.</param>
public sealed record TextPattern(IReadOnlyList<string> Alphabets, int IndexedFrom, FreshIndex Fresh, double Mass)
{
    private const string Digits = "0123456789", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Lower = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Number of characters.</summary>
    public int Length => Alphabets.Count;

    /// <summary>Learns the pattern of texts of one length.</summary>
    /// <param name="texts">Distinct, of equal length above 0; at least one.</param>
    /// <param name="random">For the choice of fresh indices.</param>
    /// <param name="cancellation">Looked at once a position.</param>
    public static TextPattern Of(IReadOnlyList<string> texts, SplitRandom random, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var length = texts[0].Length;
        var seen = new SortedSet<char>[length];
        for (var i = 0; i < length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            seen[i] = [.. texts.Select(text => text[i]).Distinct()];
        }
        var hexadecimal = seen.All(set => set.All(c => !char.IsAsciiLetter(c) || char.ToUpperInvariant(c) <= 'F')) && seen.Any(set => set.Any(char.IsAsciiDigit) && set.Any(char.IsAsciiLetter));
        var alphabets = seen.Select(set => Alphabet(set, texts.Count, hexadecimal)).ToArray();

        // Narrowing one position to characters no training text has there is the cheapest way to be fresh.
        var from = IndexStart(alphabets, out var capacity);
        cancellation.ThrowIfCancellationRequested();
        var used = texts.Select(text => Index(alphabets, from, text)).ToHashSet();
        var byResidue = FreshIndex.Avoiding(capacity, used, random);
        var best = new TextPattern(alphabets, from, byResidue, texts.Count);
        for (var i = 0; i < length; i++)
        {
            var unseen = string.Concat(alphabets[i].Where(c => !seen[i].Contains(c)));
            if (unseen.Length == 0) continue;
            var narrowed = alphabets.ToArray();
            narrowed[i] = unseen;
            var start = IndexStart(narrowed, out var size);
            if (size > 4 * best.Fresh.Count) best = new(narrowed, start, new(size, 1, 0), texts.Count);
        }
        return best;
    }

    /// <summary>The text of an index, with random characters before the indexed ones.</summary>
    public string Spell(ulong index, SplitRandom random)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= IndexedFrom; i--)
        {
            var size = (ulong)Alphabets[i].Length;
            text[i] = Alphabets[i][(int)(index % size)];
            index /= size;
        }
        for (var i = 0; i < IndexedFrom; i++) text[i] = Alphabets[i][random.NextBelow(Alphabets[i].Length)];
        return new string(text);
    }

    private static string Alphabet(SortedSet<char> seen, int count, bool hexadecimal)
    {
        if (seen.Count == 1 || seen.Count <= 4 && count >= 100 && !seen.All(char.IsAsciiDigit)) return string.Concat(seen); // a prefix or a type mark
        var all = new SortedSet<char>(seen);
        if (seen.Any(char.IsAsciiDigit)) all.UnionWith(Digits);
        if (seen.Any(char.IsAsciiLetterUpper)) all.UnionWith(hexadecimal ? Upper[..6] : Upper);
        if (seen.Any(char.IsAsciiLetterLower)) all.UnionWith(hexadecimal ? Lower[..6] : Lower);
        return string.Concat(all);
    }

    private static int IndexStart(string[] alphabets, out ulong capacity)
    {
        capacity = 1;
        for (var i = alphabets.Length - 1; i >= 0; i--)
        {
            if (capacity > 1UL << 50) return i + 1;
            capacity *= (ulong)alphabets[i].Length;
        }
        return 0;
    }

    private static ulong Index(string[] alphabets, int from, string text)
    {
        var index = 0UL;
        for (var i = from; i < text.Length; i++)
            index = index * (ulong)alphabets[i].Length + (ulong)alphabets[i].IndexOf(text[i], StringComparison.Ordinal);
        return index;
    }
}
