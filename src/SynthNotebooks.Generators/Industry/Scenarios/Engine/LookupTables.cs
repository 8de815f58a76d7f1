using System.Globalization;
using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The empirical tables of a scenario: a number for each combination of categories and bands.</summary>
internal sealed class LookupTables
{
    private readonly Dictionary<string, LookupTable> _tables = new(StringComparer.Ordinal);

    public LookupTables(ScenarioNode? node)
    {
        if (node is null) return;
        if (node.Entries is null) throw new ScenarioException(node.Place, "'tables' is a map of tables: {by: {...}, values: [...]}.");
        foreach (var (key, value) in node.Entries) _tables.Add(key.Text!, LookupTable.Read(value, key.Text!));
    }

    /// <summary>lookup('table', sex, age)</summary>
    public Typed Call(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        var arguments = parser.Arguments();
        if (arguments.Count == 0 || arguments[0].Literal is not { } name) throw new FormulaException(function.At, "lookup needs the quoted name of a table first: lookup('prevalence', sex, age).");
        if (!_tables.TryGetValue(name, out var table)) throw new FormulaException(function.At, UnknownColumn.Message("table", name, _tables.Keys));
        if (arguments.Count - 1 != table.Axes.Count) throw new FormulaException(function.At, $"Table '{name}' is by {string.Join(", ", table.Axes.Select(axis => axis.Name))}; lookup has {arguments.Count - 1} values for it.");
        Expression at = Expression.Constant(0.0);
        for (var i = 0; i < table.Axes.Count; i++)
        {
            var (axis, value) = (table.Axes[i], arguments[i + 1]);
            Expression place;
            if (axis.Bounds is { } bounds)
            {
                if (value.Type.Kind == CellKind.Text) throw new FormulaException(function.At, $"Table '{name}' has bands of '{axis.Name}'; a number is expected.");
                place = Expression.Call(typeof(LookupTable), nameof(LookupTable.Band), null, value.AsNumber(), Expression.Constant(bounds));
            }
            else
            {
                if (value.Type.Kind == CellKind.Boolean) place = Expression.Call(typeof(LookupTable), nameof(LookupTable.Place), null, value.AsString(), Expression.Constant(axis.Places));
                else if (value.Type.Categories is { } known)
                {
                    foreach (var category in known)
                        if (!axis.Places.ContainsKey(category)) throw new FormulaException(function.At, $"Table '{name}' has no '{category}' among '{axis.Name}': {string.Join(", ", axis.Places.Keys)}.");
                    place = Expression.Call(typeof(Operators), nameof(Operators.Mapped), null, value.AsNumber(), Expression.Constant(known.Select(category => (double)axis.Places[category]).ToArray()));
                }
                else place = Expression.Call(typeof(LookupTable), nameof(LookupTable.Place), null, value.AsString(), Expression.Constant(axis.Places));
            }
            at = Expression.Add(Expression.Multiply(at, Expression.Constant((double)axis.Size)), place);
        }
        return new(Expression.Call(typeof(LookupTable), nameof(LookupTable.At), null, at, Expression.Constant(table.Values)), CellType.Number);
    }
}

/// <summary>One table; values in row-major order of the axes.</summary>
internal sealed record LookupTable(IReadOnlyList<LookupAxis> Axes, double[] Values)
{
    public static double At(double place, double[] values) => place >= 0 ? values[(int)place] : double.NaN;

    public static double Place(string? text, Dictionary<string, int> places) => text is not null && places.TryGetValue(text, out var place) ? place : double.NaN;

    /// <summary>The first band whose upper bound the value is below; beyond the last bound the last band.</summary>
    public static double Band(double value, double[] bounds)
    {
        if (double.IsNaN(value)) return value;
        var band = 0;
        while (band < bounds.Length - 1 && value >= bounds[band]) band++;
        return band;
    }

    public static LookupTable Read(ScenarioNode node, string name)
    {
        if (node["by"]?.Entries is not { Count: > 0 } by) throw new ScenarioException(node.Place, $"Table '{name}' needs 'by: {{sex: [female, male], age: [18, 65, 120]}}'.");
        var axes = new List<LookupAxis>();
        foreach (var (key, list) in by)
        {
            if (list.Items is not { Count: > 0 } items || items.Any(item => item.Text is null)) throw new ScenarioException(list.Place, $"Table '{name}': '{key.Text}' must be a list of categories, or of rising upper bounds.");
            double[] numbers = [.. items.Select(item => double.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !item.Quoted ? number : double.NaN)];
            if (Array.TrueForAll(numbers, double.IsFinite))
            {
                for (var i = 1; i < numbers.Length; i++)
                    if (!(numbers[i] > numbers[i - 1])) throw new ScenarioException(items[i].Place, $"Table '{name}': the bounds of '{key.Text}' must rise; {items[i].Text} comes after {items[i - 1].Text}.");
                axes.Add(new(key.Text!, numbers, [], numbers.Length));
                continue;
            }
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var item in items)
                if (!places.TryAdd(item.Text!, places.Count)) throw new ScenarioException(item.Place, $"Table '{name}': '{item.Text}' stands twice in '{key.Text}'.");
            axes.Add(new(key.Text!, null, places, places.Count));
        }
        var values = new List<double>();
        Gather(node["values"] ?? throw new ScenarioException(node.Place, $"Table '{name}' has no 'values'."), 0);
        return new(axes, [.. values]);

        void Gather(ScenarioNode part, int axis)
        {
            if (axis == axes.Count)
            {
                if (part.Text is null || !double.TryParse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw new ScenarioException(part.Place, $"Table '{name}': a number is expected; here is {part.Shape}.");
                values.Add(value);
                return;
            }
            if (part.Items is not { } items || items.Count != axes[axis].Size) throw new ScenarioException(part.Place, $"Table '{name}': a list of {axes[axis].Size} is expected, one for each of '{axes[axis].Name}'.");
            foreach (var item in items) Gather(item, axis + 1);
        }
    }
}

/// <summary>One axis: rising upper bounds, or places of categories.</summary>
internal sealed record LookupAxis(string Name, double[]? Bounds, Dictionary<string, int> Places, int Size);
