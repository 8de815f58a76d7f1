using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Prose made anew: as many words as the training texts have, common words from their vocabulary, rare ones invented.</summary>
/// <remarks>
/// Common words are those that the minimum count of training texts share. Every text holds an invented word with a mark: letters that stand side
/// by side in no training text. So no output equals a training text, without keeping the training texts. Word order is not learnt.
/// </remarks>
public sealed class FreeTextMarginal : Marginal
{
    private const string Consonants = "qjxvzwkfhgybpmcdlnrst", Vowels = "uoaie";
    private const int MostWords = 60, MostVocabulary = 20_000;
    private readonly CumulativeTable _lengths, _words;

    /// <param name="name">The column's name.</param>
    /// <param name="lengthCounts">Number of texts with 1, 2, ... words; at least one.</param>
    /// <param name="vocabulary">Common words; the empty word stands for an invented one and comes first.</param>
    /// <param name="wordCounts">Weight of each of them.</param>
    /// <param name="mark">Letters that no training text holds side by side.</param>
    /// <param name="missingRate">Share of missing cells, 0 to 1.</param>
    public FreeTextMarginal(string name, IReadOnlyList<double> lengthCounts, IReadOnlyList<string> vocabulary, IReadOnlyList<double> wordCounts, string mark, double missingRate)
        : base(name, missingRate)
    {
        ArgumentNullException.ThrowIfNull(lengthCounts);
        ArgumentNullException.ThrowIfNull(wordCounts);
        (LengthCounts, Vocabulary, WordCounts, Mark) = (lengthCounts, vocabulary, wordCounts, mark);
        (_lengths, _words) = (new CumulativeTable([.. lengthCounts]), new CumulativeTable([.. wordCounts]));
    }

    /// <summary>Number of texts with 1, 2, ... words.</summary>
    public IReadOnlyList<double> LengthCounts { get; }

    /// <summary>Common words, after the empty word that stands for an invented one.</summary>
    public IReadOnlyList<string> Vocabulary { get; }

    /// <summary>Weight of each word.</summary>
    public IReadOnlyList<double> WordCounts { get; }

    /// <summary>Letters that no training text holds side by side.</summary>
    public string Mark { get; }

    /// <inheritdoc/>
    public override bool IsLatent => false;

    /// <summary>Whether texts are made of words: most hold a blank.</summary>
    public static bool IsProse(TextColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var codes = CategoryCodes.Of(column);
        var blanks = codes.FirstRows.Count(row => column.GetText(row)!.Trim().Contains(' ', StringComparison.Ordinal));
        return 2 * blanks > codes.FirstRows.Length;
    }

    /// <summary>Learns lengths and vocabulary. Cost O(characters).</summary>
    public static FreeTextMarginal Of(TextColumn column, MarginalOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(column);
        var lengths = new double[MostWords];
        var texts = new Dictionary<string, int>(StringComparer.Ordinal); // number of distinct texts that hold a word
        var pairs = new HashSet<(char, char)>();
        var total = 0.0;
        foreach (var row in CategoryCodes.Of(column).FirstRows)
        {
            if (row % 1000 == 0) cancellation.ThrowIfCancellationRequested();
            var text = column.GetText(row)!;
            for (var i = 1; i < text.Length; i++) pairs.Add((char.ToLowerInvariant(text[i - 1]), char.ToLowerInvariant(text[i])));
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lengths[Math.Clamp(words.Length, 1, MostWords) - 1]++;
            total += words.Length;
            foreach (var word in words.Distinct(StringComparer.Ordinal)) texts[word] = texts.GetValueOrDefault(word) + 1;
        }
        var common = texts.Where(pair => pair.Value >= Math.Max(2, options.MinimumCount)).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostVocabulary).ToArray();
        var known = 0.0;
        foreach (var pair in common) known += pair.Value;
        return new(column.Name, lengths, ["", .. common.Select(pair => pair.Key)], [Math.Max(1, total - known), .. common.Select(pair => (double)pair.Value)],
            AbsentLetters(pairs), MissingShare(column));
    }

    /// <inheritdoc/>
    public override Column Decode(ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (codes, texts) = (new int[uniforms.Length], new List<string>(uniforms.Length));
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = new StringBuilder();
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = -1;
            if (i < missing.Length && missing[i]) continue;
            var words = _lengths.Find(random.NextDouble()) + 1;
            var marked = random.NextBelow(words);
            text.Clear();
            for (var w = 0; w < words; w++)
            {
                if (w > 0) text.Append(' ');
                var word = w == marked ? "" : Vocabulary[_words.Find(random.NextDouble())];
                if (word.Length > 0) text.Append(word);
                else Invent(text, w == marked, random);
            }
            var made = text.ToString();
            if (!known.TryGetValue(made, out codes[i]))
            {
                known.Add(made, codes[i] = texts.Count);
                texts.Add(made);
            }
        }
        return new TextColumn(Name, codes, texts);
    }

    private void Invent(StringBuilder text, bool marked, SplitRandom random)
    {
        for (var syllable = 1 + random.NextBelow(2); syllable > 0; syllable--)
            text.Append(Consonants[8 + random.NextBelow(Consonants.Length - 8)]).Append(Vowels[random.NextBelow(Vowels.Length)]);
        if (marked) text.Append(Mark);
    }

    // Speakable pairs first; a vocabulary that holds all pairs is met by a triple, whose first pair repeats a letter.
    private static string AbsentLetters(HashSet<(char, char)> pairs)
    {
        foreach (var first in Consonants)
            foreach (var second in Vowels)
                if (!pairs.Contains((first, second))) return $"{first}{second}";
        for (var first = 'a'; first <= 'z'; first++)
            for (var second = 'a'; second <= 'z'; second++)
                if (!pairs.Contains((first, second))) return $"{first}{second}";
        for (var code = 0x00C0; code <= 0x024F; code++) // accented letters
            if (char.IsLetter((char)code) && !pairs.Contains(('a', char.ToLowerInvariant((char)code)))) return $"a{char.ToLowerInvariant((char)code)}";
        return "\u2043\u2043";
    }
}
