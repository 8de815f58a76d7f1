using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Sums over the neighbours of a row in a network: <c>mean(neighbours.adopted)</c>.</summary>
internal sealed class NeighbourSums(Network network, KeptTable kept, string kind, NumberFormula value)
{
    public double Of(Row row, SplitRandom random)
    {
        var (total, count) = (0.0, 0);
        var extreme = double.NaN;
        foreach (var neighbour in network.Neighbours(Network.Root(row).Number))
        {
            if (neighbour >= kept.Rows.Count) continue;
            var one = value(kept.Rows[neighbour], random);
            if (double.IsNaN(one)) continue;
            total += one;
            count++;
            if (!(kind == "min" ? one >= extreme : one <= extreme)) extreme = one;
        }
        return kind switch
        {
            "count" => total,
            "sum" => total,
            "mean" => count > 0 ? total / count : 0,
            _ => extreme,
        };
    }

    /// <summary>The call in a formula; the parser stands at the name that begins with <c>neighbours.</c></summary>
    public static Typed Read(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        var name = parser.Next();
        var root = formulas.Entity!.Root;
        var networks = formulas.Compilation.Networks.Values.Where(one => one.Over == root).ToArray();
        var parts = name.Text.Split('.');
        var chosen = parts[0] == "neighbours" ? networks : [.. networks.Where(one => one.Name == parts[0])];
        if (chosen.Length != 1) throw new FormulaException(name.At, chosen.Length == 0 ? $"There is no network over '{root.Name}'." : $"There are several networks over '{root.Name}'; name one: {function.Text}({chosen[0].Name}.{string.Join('.', parts[1..])}).");
        if (root == formulas.Entity && !formulas.InRounds) throw new FormulaException(name.At, $"The neighbours' values are not known while the rows of '{root.Name}' are made; write {function.Text}_of({chosen[0].Name}, {string.Join('.', parts[1..])}), or read them in 'rounds' or in rows below.");
        var kept = formulas.Compilation.KeptOf(root, default);
        var of = formulas.Compilation.FormulasOf(root, null);
        var value = new NameResolver(of).Resolve(new Token(TokenKind.Name, string.Join('.', parts[1..]), 0, name.At));
        if (value.Type.Kind == CellKind.Text) throw new FormulaException(name.At, $"'{name.Text}' is a text; {function.Text} needs numbers or truth.");
        var sums = new NeighbourSums(chosen[0], kept, function.Text, of.Compile(value));
        return new(Expression.Call(Expression.Constant(sums), nameof(Of), null, formulas.Row, formulas.Random), CellType.Number);
    }
}
