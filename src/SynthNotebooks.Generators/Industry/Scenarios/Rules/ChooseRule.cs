using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>One of several values: a map of weights (numbers or formulas), a list of equal chances, or the name of a word list.</summary>
[Rule("choose")]
internal sealed class ChooseRule : Rule
{
    private readonly Parameter[] _weights = [];
    private readonly double[]? _values;
    private readonly double[]? _sums;
    private readonly string _owner;

    public ChooseRule(RuleArguments arguments)
    {
        var node = arguments.Node;
        _owner = arguments.Owner;
        List<ScenarioNode> items;
        if (node.Text is not null)
        {
            _ = arguments.Take("list");
            var words = arguments.Compilation.Words.Of(node, arguments.Owner);
            (Type, _sums) = (new CellType(CellKind.Text, words.Items), words.Sums);
            return;
        }
        if (node.Entries is { } entries)
        {
            items = [.. entries.Select(entry => entry.Key)];
            _weights = [.. entries.Select(entry =>
            {
                _ = arguments.Take(entry.Key.Text!);
                return arguments.Of("weight of " + entry.Key.Text, entry.Value, (0, double.MaxValue, false));
            })];
        }
        else
        {
            items = [.. node.Items!];
            foreach (var item in items) _ = arguments.Take(item.Text ?? "");
        }
        if (items.Count == 0) throw new ScenarioException(node.Place, $"{_owner}: there is nothing to choose from.");
        if (items.Find(item => item.Text is null) is { } odd) throw new ScenarioException(odd.Place, $"{_owner}: a value must be a single text or number; here is {odd.Shape}.");
        (CellType Type, double Value)[] values = [.. items.Select(Literals.Of)];
        var kind = values[0].Type.Kind;
        if (kind != CellKind.Text && values.All(value => value.Type.Kind == kind || value.Type.IsNumeric && values[0].Type.IsNumeric))
        {
            Type = values.FirstOrDefault(value => value.Type.Kind == CellKind.Number).Type ?? values[0].Type;
            _values = [.. values.Select(value => value.Value)];
        }
        else Type = new CellType(CellKind.Text, [.. items.Select(item => item.Text!)]);
        Parameters = _weights;
        if (_weights.Length == 0) _sums = WeightedChoice.Sums(Enumerable.Repeat(1.0, items.Count));
        else if (_weights.All(weight => weight.IsConstant))
        {
            _sums = WeightedChoice.Sums(_weights.Select(weight => weight.Constant));
            if (!(_sums[^1] > 0)) throw new ScenarioException(node.Place, $"{_owner}: all weights are 0; at least one must be above 0.");
        }
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var code = _sums is { } sums ? At(sums, u) : OfWeights(row, u, random);
        return _values is null ? code : _values[code];
    }

    private static int At(double[] sums, double u)
    {
        var target = u * sums[^1];
        if (sums.Length <= 8)
        {
            for (var i = 0; i < sums.Length; i++)
                if (target < sums[i]) return i;
            return sums.Length - 1;
        }
        var at = Array.BinarySearch(sums, target);
        return Math.Min(at >= 0 ? at + 1 : ~at, sums.Length - 1);
    }

    private int OfWeights(Row row, double u, SplitRandom random)
    {
        Span<double> sums = _weights.Length <= 256 ? stackalloc double[_weights.Length] : new double[_weights.Length];
        var total = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            var weight = _weights[i].Of(row, random);
            sums[i] = total += double.IsNaN(weight) ? 0 : weight;
        }
        if (!(total > 0)) throw new ScenarioException(_weights[0].Place, $"{_owner}: all weights are 0 in row {row.Number + 1} of its parent; at least one must be above 0.");
        for (var i = 0; i < sums.Length; i++)
            if (u * total < sums[i]) return i;
        return sums.Length - 1;
    }
}
