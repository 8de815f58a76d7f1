using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary><c>share_of(friends, smoker and age > 40)</c> and its like: a sum over the neighbours of the row's root row in a network.</summary>
/// <remarks>
/// Names are of the neighbour; <c>self.x</c> is of the row that asks. Attributes of the root itself read what its neighbours have before anything that
/// depends on neighbours in a circle; in rounds the values are those before the step, in rows below those after the last step. Cost: one evaluation a neighbour.
/// </remarks>
internal static class NeighbourCalls
{
    public static IReadOnlyList<string> Names { get; } = ["share_of", "count_of", "mean_of", "sum_of", "min_of", "max_of"];

    /// <summary>The call; the parser stands after its parenthesis.</summary>
    public static Typed Read(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        var compilation = formulas.Compilation;
        if (formulas.Self is not null) throw new FormulaException(function.At, $"{function.Text} stands inside of another sum over neighbours; give the inner one an attribute of its own.");
        var name = parser.Next();
        if (name.Kind != TokenKind.Name || !compilation.Networks.TryGetValue(name.Text, out var network)) throw new FormulaException(name.At, $"{function.Text}: " + UnknownColumn.Message("network", name.Text, compilation.Networks.Keys));
        if (formulas.Entity is not { } entity || network.Over != entity.Root) throw new FormulaException(name.At, $"{function.Text}: the network '{name.Text}' is over '{network.Over.Name}', which is not the root of {(formulas.Entity is null ? "anything here" : $"'{formulas.Entity.Name}'")}.");
        parser.Expect(",");
        var reader = new AttributePlan(network.Over, function.Text, network.Over.Node);
        var of = compilation.FormulasOf(network.Over, reader);
        of.Self = formulas;
        of.Stand(formulas.Place, formulas.Owner);
        var at = parser.Current.At;
        var value = parser.ExpressionIn(of);
        if (reader.Late || reader.ReadsNeighbours) throw new FormulaException(at, $"{function.Text}: what is known only when the rows below '{network.Over.Name}' are made cannot be read of neighbours.");
        var isShare = function.Text is "share_of" or "count_of";
        if (value.Type.Kind == CellKind.Text) throw new FormulaException(at, $"{function.Text} needs {(isShare ? "a condition" : "a number")}; this is a text.");
        // Truth counts as 1, what is missing as not met
        var code = isShare ? new Typed(value.AsTruth(at), CellType.Boolean).AsNumber() : value.AsNumber();
        var rows = RowsOf(formulas, network.Over, reader);
        var sums = new NeighbourValues(network, rows, function.Text, Expression.Lambda<NeighbourFormula>(code, of.Row, formulas.Row, of.Random).Compile());
        var type = function.Text == "count_of" ? CellType.Integer : function.Text is "min_of" or "max_of" && value.Type.Kind != CellKind.Boolean ? value.Type : CellType.Number;
        return new(Expression.Call(Expression.Constant(sums), nameof(NeighbourValues.Of), null, formulas.Row, formulas.Random), type);
    }

    // The root's own attributes, and what is made beside them, read rows that were made before for that purpose
    private static KeptTable RowsOf(FormulaCompiler formulas, EntityPlan root, AttributePlan reader)
    {
        if (formulas.InRounds || formulas.Entity != root) return formulas.Compilation.KeptOf(root, formulas.Place);
        var passes = 1 + (reader.Reads.Count == 0 ? 0 : reader.Reads.Max(Passes));
        if (formulas.Attribute is { } attribute) attribute.NeighbourPasses = Math.Max(attribute.NeighbourPasses, passes);
        return formulas.Compilation.BeforeOf(root, formulas.Place, passes);
    }

    /// <summary>How often rows must be made before an attribute is what it will be: once more than what it reads of neighbours.</summary>
    public static int Passes(AttributePlan attribute)
    {
        var (most, seen, open) = (0, new HashSet<AttributePlan>(), new Stack<AttributePlan>([attribute]));
        while (open.TryPop(out var one))
        {
            if (!seen.Add(one)) continue;
            most = Math.Max(most, one.NeighbourPasses);
            foreach (var read in one.Reads) open.Push(read);
        }
        return most;
    }
}
