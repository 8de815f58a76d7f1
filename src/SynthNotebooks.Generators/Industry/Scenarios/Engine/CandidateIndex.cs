using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The candidates that meet what a condition says of them alone, by the values that must be equal. Immutable.</summary>
/// <remarks>Made in one pass over the candidates; a draw costs O(log n), or where the condition reads both rows in another way a few tries, at worst one pass over the group.</remarks>
internal sealed class CandidateIndex
{
    private const int MostTries = 32;
    private readonly CandidateFilter _filter;
    private readonly KeptTable _kept;
    private readonly string _owner;
    private readonly (Dictionary<double, int> Numbers, Dictionary<string, int> Texts)[] _codes;
    private readonly Dictionary<long, Group> _groups = [];
    private readonly double[]? _weights;

    /// <param name="filter">The condition.</param>
    /// <param name="kept">The candidates.</param>
    /// <param name="weights">One for each candidate; null when all are alike.</param>
    /// <param name="owner">For errors.</param>
    public CandidateIndex(CandidateFilter filter, KeptTable kept, double[]? weights, string owner)
    {
        (_filter, _kept, _weights, _owner) = (filter, kept, weights, owner);
        _codes = [.. filter.Keys.Select(_ => (new Dictionary<double, int>(), new Dictionary<string, int>(StringComparer.Ordinal)))];
        var found = new Dictionary<long, List<int>>();
        var random = new SplitRandom(0);
        for (var i = 0; i < kept.Rows.Count; i++)
        {
            var candidate = kept.Rows[i];
            if (weights is not null && weights[i] <= 0 || !filter.OfCandidate.TrueForAll(condition => condition(candidate, random) != 0)) continue;
            var key = 0L;
            for (var k = 0; k < _codes.Length && key >= 0; k++)
                key = Combined(key, Code(filter.Keys[k].Candidate, filter.Keys[k].CandidateText, candidate, random, k, add: true));
            if (key < 0) continue;
            if (!found.TryGetValue(key, out var list)) found.Add(key, list = []);
            list.Add(i);
        }
        foreach (var (key, rows) in found) _groups.Add(key, new Group([.. rows], weights is null ? null : WeightedChoice.Sums(rows.Select(row => weights[row]))));
    }

    /// <summary>Position of a candidate that the row may refer to, in proportion to the weights.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public double Draw(Row row, SplitRandom random)
    {
        if (_groups.Count == 0) throw None(row, "no row meets what it says of them alone");
        foreach (var condition in _filter.OfRow)
            if (condition(row, random) == 0) throw None(row, "what it says of the row that refers does not hold");
        var key = 0L;
        for (var k = 0; k < _codes.Length && key >= 0; k++)
            key = Combined(key, Code(_filter.Keys[k].Row, _filter.Keys[k].RowText, row, random, k, add: false));
        if (key < 0 || !_groups.TryGetValue(key, out var group)) throw None(row, "no row has an equal value" + Values(row, random));
        if (_filter.OfBoth is not { } meets) return group.Any(random);
        // Tries that fail do not change the distribution of the one that succeeds, nor does the choice among all that is made after them
        for (var tries = 0; tries < MostTries; tries++)
        {
            var place = group.Any(random);
            if (meets(row, _kept.Rows[place])) return place;
        }
        return OfAll(group, meets, row, random);
    }

    // Never more than 2 keys of at most 2³¹ values each
    private static long Combined(long key, int code) => code < 0 ? -1 : key << 31 | (uint)code;

    private int Code(NumberFormula? number, TextFormula? text, Row row, SplitRandom random, int k, bool add)
    {
        if (text is not null)
        {
            var value = text(row, random);
            if (value is null) return 0; // two missing texts are alike in formulas
            return _codes[k].Texts.TryGetValue(value, out var known) ? known : add ? _codes[k].Texts[value] = _codes[k].Texts.Count + 1 : -1;
        }
        var cell = number!(row, random);
        if (double.IsNaN(cell)) return -1;
        return _codes[k].Numbers.TryGetValue(cell, out var code) ? code : add ? _codes[k].Numbers[cell] = _codes[k].Numbers.Count : -1;
    }

    private int OfAll(Group group, PairFormula meets, Row row, SplitRandom random)
    {
        var places = new List<int>();
        foreach (var place in group.Places)
            if (meets(row, _kept.Rows[place])) places.Add(place);
        if (places.Count == 0) throw None(row, "no row meets it");
        return places[_weights is null ? random.NextBelow(places.Count) : WeightedChoice.OfSums(WeightedChoice.Sums(places.Select(place => _weights[place])), random)];
    }

    private string Values(Row row, SplitRandom random) => " to " + string.Join(" and ", _filter.Keys.Select(key => key.RowText is { } text ? $"'{text(row, random) ?? "missing"}'" : FormattableString.Invariant($"{key.Row!(row, random):R}")));

    private ScenarioException None(Row row, string why) =>
        new(_filter.Place, FormattableString.Invariant($"{_owner}: none of the {_kept.Rows.Count} rows of '{_kept.Entity.Name}' is left for row {row.Number + 1} of its parent by '{_filter.Text}': {why}."));

    private sealed record Group(int[] Places, double[]? Sums)
    {
        public int Any(SplitRandom random) => Places[Sums is null ? random.NextBelow(Places.Length) : WeightedChoice.OfSums(Sums, random)];
    }
}
