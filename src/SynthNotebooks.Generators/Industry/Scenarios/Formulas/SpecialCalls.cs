using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Calls that read more than their own row: sums over the rows below, running sums, the functions and tables of the scenario.</summary>
internal static class SpecialCalls
{
    private static readonly string[] Aggregates = ["count", "sum", "mean", "min", "max", "last"];

    /// <summary>Names that functions of a scenario cannot take.</summary>
    public static IReadOnlyCollection<string> Names { get; } = ["degree", "sum_so_far", "count_so_far"];

    public static Typed? Read(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        if (Aggregates.Contains(function.Text) && parser.Current.Kind == TokenKind.Name && (function.Text == "count" || parser.Current.Text.Contains('.', StringComparison.Ordinal)) && Below(formulas, parser.Current.Text) is { } child)
            return Aggregate(formulas, parser, function, child);
        if (Aggregates.Contains(function.Text) && function.Text != "last" && parser.Current.Kind == TokenKind.Name && formulas.Entity is not null
            && parser.Current.Text.Split('.') is [var network, _, ..] && (network == "neighbours" || formulas.Compilation.Networks.ContainsKey(network))) return NeighbourSums.Read(formulas, parser, function);
        if (function.Text == "degree" && formulas.Entity is not null) return Degree(formulas, parser, function);
        if (function.Text is "sum_so_far" or "count_so_far") return SoFar(formulas, parser, function);
        if (formulas.Compilation.Functions.TryGetValue(function.Text, out var own)) return Own(formulas, parser, function, own);
        if (ChoiceFunctions.Names.Contains(function.Text)) return ChoiceFunctions.Read(formulas, parser, function);
        if (NeighbourCalls.Names.Contains(function.Text)) return NeighbourCalls.Read(formulas, parser, function);
        return function.Text == "lookup" ? formulas.Compilation.LookupTables.Call(formulas, parser, function) : null;
    }

    private static Typed Degree(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        var name = parser.Next();
        if (!formulas.Compilation.Networks.TryGetValue(name.Text, out var network)) throw new FormulaException(name.At, UnknownColumn.Message("network", name.Text, formulas.Compilation.Networks.Keys));
        if (network.Over != formulas.Entity!.Root) throw new FormulaException(name.At, $"{function.Text}: the network '{name.Text}' is over '{network.Over.Name}', which is not the root of '{formulas.Entity.Name}'.");
        return new(Expression.Call(Expression.Constant(network), nameof(Network.Degree), null, formulas.Row), CellType.Integer);
    }

    private static EntityPlan? Below(FormulaCompiler formulas, string name)
    {
        var entity = name.Split('.')[0]; // an attribute may have the name of the entity that it counts
        if (formulas.Entity is null || !formulas.Compilation.Entities.TryGetValue(entity, out var plan)) return null;
        for (var above = plan.Parent; above is not null; above = above.Parent)
            if (above == formulas.Entity) return plan;
        return null;
    }

    private static Typed Aggregate(FormulaCompiler formulas, FormulaParser parser, Token function, EntityPlan child)
    {
        var name = parser.Next();
        var parts = name.Text.Split('.');
        if (formulas.Attribute is not { } reader) throw new FormulaException(function.At, $"{function.Text}({name.Text}) is known only when the rows of '{child.Name}' are made, so it cannot be read here.");
        reader.Late = true;
        var of = formulas.Compilation.FormulasOf(child, null);
        of.AfterRows = true;
        Typed? value = parts.Length == 1 ? null : new NameResolver(of).Resolve(new Token(TokenKind.Name, string.Join('.', parts[1..]), 0, name.At));
        if (value?.Type.Kind == CellKind.Text) throw new FormulaException(name.At, $"'{name.Text}' is a text; {function.Text} needs numbers.");
        var entity = formulas.Entity!;
        var slot = entity.NumberSlots++;
        var count = entity.NumberSlots++;
        var plan = new AggregatePlan(function.Text, child.Depth - entity.Depth, slot, count, value is null ? null : of.Compile(value));
        child.Aggregates.Add(plan);
        entity.Gathers.Add(plan);
        var type = function.Text == "count" ? CellType.Integer : function.Text == "mean" || value!.Type.Kind == CellKind.Boolean ? CellType.Number : value.Type;
        return new(Expression.ArrayIndex(Expression.Field(formulas.Row, nameof(Row.Numbers)), Expression.Constant(slot)), type);
    }

    private static Typed SoFar(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        if (formulas.Entity is not { } entity || formulas.Attribute is null) throw new FormulaException(function.At, $"{function.Text} can stand in attributes only.");
        var value = parser.Expression();
        if (value.Type.Kind == CellKind.Text) throw new FormulaException(function.At, $"{function.Text} needs a number.");
        formulas.Attribute.ReadsNeighbours = true;
        var slot = entity.NumberSlots++;
        var one = function.Text == "sum_so_far" ? value.AsNumber() : Expression.Condition(value.AsTruth(function.At), Expression.Constant(1.0), Expression.Constant(0.0));
        // A step of its own, so that it goes on where the formula does not ask for it
        entity.Early.Add(new RunningSumStep(slot, Expression.Lambda<NumberFormula>(one, formulas.Row, formulas.Random).Compile(), formulas.Attribute.Name));
        if (formulas.Attribute.Late) throw new FormulaException(function.At, $"{function.Text} cannot read what is known only when the rows below are made.");
        return new(Expression.ArrayIndex(Expression.Field(formulas.Row, nameof(Row.Numbers)), Expression.Constant(slot)), function.Text == "sum_so_far" ? value.Type.Kind == CellKind.Boolean ? CellType.Integer : value.Type : CellType.Integer);
    }

    private static Typed Own(FormulaCompiler formulas, FormulaParser parser, Token function, OwnFunction own)
    {
        var arguments = parser.Arguments();
        if (arguments.Count != own.Parameters.Count) throw new FormulaException(function.At, $"{own.Name} takes {own.Parameters.Count} arguments; it has {arguments.Count}.");
        return formulas.Compilation.Call(formulas, own, arguments, function);
    }
}

/// <summary>A function of the scenario: its body is read anew at each call, with the arguments in place of the parameters.</summary>
internal sealed record OwnFunction(string Name, IReadOnlyList<string> Parameters, ScenarioNode Body);
