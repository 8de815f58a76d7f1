using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Exact inference in a Bayesian network: columns are summed out one by one, and drawn in reverse.</summary>
/// <remarks>
/// States that the evidence rules out are left away, so known columns cost nothing. Cost: the sum of the tables met. Source: Dechter, Artificial
/// Intelligence 113, 1999, doi:10.1016/S0004-3702(99)00059-4.
/// </remarks>
internal sealed class Elimination
{
    private readonly BayesNetwork _network;
    private readonly Domain[] _domains;
    private readonly int[] _sizes, _order;
    private readonly Clique[] _cliques;

    /// <param name="network">The network.</param>
    /// <param name="domains">The states that are left of each column.</param>
    public Elimination(BayesNetwork network, Domain[] domains)
    {
        (_network, _domains) = (network, domains);
        _sizes = [.. domains.Select(domain => domain.States.Length)];
        (_order, MostCells) = EliminationOrder.Of(network.Tables.Select((table, i) => (int[])[i, .. table.Parents]), _sizes);
        _cliques = new Clique[_order.Length];
    }

    /// <summary>The states that are left of a column, and the share that is left of each.</summary>
    internal readonly record struct Domain(int[] States, float[] Weights);

    private sealed record Factor(int[] Scope, double[] Cells);

    // The table in which a variable was summed out, the variable itself as its last and fastest dimension.
    private sealed record Clique(int Variable, int[] Others, double[] Cells);

    /// <summary>Cells of the largest table that <see cref="Run"/> makes.</summary>
    public double MostCells { get; }

    /// <summary>Logarithm of the probability of the evidence, known after <see cref="Run"/>.</summary>
    public double LogProbability { get; private set; }

    /// <summary>Domains under shares of states that are left; null where a column is free.</summary>
    public static Domain[] Under(BayesNetwork network, float[]?[] evidence) => [.. network.Tables.Select((table, i) =>
    {
        if (evidence[i] is not { } shares) return Free(table.States);
        int[] left = [.. Enumerable.Range(0, table.States).Where(state => shares[state] > 0)];
        return new Domain(left, [.. left.Select(state => shares[state])]);
    })];

    /// <summary>Domains under what is known of a row's cells.</summary>
    public static Domain[] Under(StateTable rows, int row)
    {
        var domains = new Domain[rows.Columns];
        for (var i = 0; i < domains.Length; i++)
        {
            var (cell, bins) = (rows.Row(row)[i], rows.Bins[i]);
            domains[i] = cell < bins.States ? new([cell], [1]) : Free(cell == StateTable.Present(bins) ? bins.Bins : bins.States);
        }
        return domains;
    }

    /// <summary>Sums all columns out.</summary>
    public void Run()
    {
        LogProbability = 0;
        if (Array.Exists(_sizes, size => size == 0))
        {
            LogProbability = double.NegativeInfinity;
            return;
        }
        var factors = new List<Factor>();
        for (var i = 0; i < _sizes.Length; i++) factors.Add(FactorOf(i));
        for (var step = 0; step < _order.Length; step++)
        {
            var variable = _order[step];
            var met = factors.FindAll(factor => Array.IndexOf(factor.Scope, variable) >= 0);
            factors.RemoveAll(met.Contains);
            int[] others = [.. met.SelectMany(factor => factor.Scope).Where(other => other != variable).Distinct().Order()];
            var cells = Product(met, [.. others, variable]);
            _cliques[step] = new(variable, others, cells);
            factors.Add(new(others, Summed(cells, _sizes[variable])));
        }
        foreach (var factor in factors) LogProbability += PortableMath.Log(factor.Cells[0]);
    }

    /// <summary>Draws the states of all columns; only after <see cref="Run"/>, and only when the evidence is possible.</summary>
    public void Draw(SplitRandom random, Span<int> states)
    {
        Span<int> places = _sizes.Length <= 256 ? stackalloc int[_sizes.Length] : new int[_sizes.Length];
        places.Clear();
        for (var step = _cliques.Length - 1; step >= 0; step--)
        {
            var clique = _cliques[step];
            var at = 0;
            foreach (var other in clique.Others) at = at * _sizes[other] + places[other];
            var cells = clique.Cells.AsSpan(at * _sizes[clique.Variable], _sizes[clique.Variable]);
            var rest = 0.0;
            foreach (var cell in cells) rest += cell;
            rest *= random.NextDouble();
            int place = 0, last = 0;
            for (; place < cells.Length; place++)
            {
                if (cells[place] <= 0) continue;
                last = place;
                if (rest < cells[place]) break;
                rest -= cells[place];
            }
            places[clique.Variable] = last;
        }
        for (var i = 0; i < states.Length; i++) states[i] = _domains[i].States[places[i]];
    }

    private static Domain Free(int states)
    {
        var weights = new float[states];
        weights.AsSpan().Fill(1);
        return new([.. Enumerable.Range(0, states)], weights);
    }

    // A column's table over the states that are left of it and its parents; the column is the last dimension.
    private Factor FactorOf(int column)
    {
        var table = _network.Tables[column];
        var domain = _domains[column];
        var cells = new List<double>();
        Fill(0, 0);
        int[] all = [.. table.Parents, column];
        return new([.. all.Where(i => _sizes[i] > 1)], [.. cells]);

        void Fill(int level, int at)
        {
            if (level == table.Parents.Length) Add(at);
            else
            {
                foreach (var state in _domains[table.Parents[level]].States)
                {
                    var finer = at < 0 ? at : table.Refined(level, at, state);
                    Fill(level + 1, at < 0 || finer >= 0 ? finer : ~at); // from here on the coarser table holds
                }
            }
        }

        void Add(int at)
        {
            var first = (at < 0 ? ~at : at) * table.States;
            for (var k = 0; k < domain.States.Length; k++) cells.Add(domain.Weights[k] * table.Probabilities[first + domain.States[k]]);
        }
    }

    private double[] Product(List<Factor> factors, int[] scope)
    {
        var count = 1;
        foreach (var variable in scope) count *= _sizes[variable];
        var cells = new double[count];
        cells.AsSpan().Fill(1);
        var digits = new int[scope.Length];
        foreach (var factor in factors)
        {
            var strides = Strides(factor.Scope, scope);
            digits.AsSpan().Clear();
            var at = 0;
            for (var cell = 0; cell < count; cell++)
            {
                cells[cell] *= factor.Cells[at];
                for (var d = scope.Length - 1; d >= 0; d--)
                {
                    at += strides[d];
                    if (++digits[d] < _sizes[scope[d]]) break;
                    at -= strides[d] * digits[d];
                    digits[d] = 0;
                }
            }
        }
        return cells;
    }

    // For each variable of the whole how far one step of it moves in the part.
    private int[] Strides(int[] part, int[] whole)
    {
        var strides = new int[whole.Length];
        var stride = 1;
        for (var d = part.Length - 1; d >= 0; d--)
        {
            strides[Array.IndexOf(whole, part[d])] = stride;
            stride *= _sizes[part[d]];
        }
        return strides;
    }

    // Sums over the last dimension, the largest scaled to 1 so that long products do not vanish.
    private double[] Summed(double[] cells, int last)
    {
        var sums = new double[cells.Length / last];
        var most = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            for (var k = 0; k < last; k++) sums[i] += cells[i * last + k];
            most = Math.Max(most, sums[i]);
        }
        LogProbability += PortableMath.Log(most);
        if (most > 0)
            for (var i = 0; i < sums.Length; i++) sums[i] /= most;
        return sums;
    }
}
