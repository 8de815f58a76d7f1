using System.Linq.Expressions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Functions that draw from the attribute's stream.</summary>
internal static class DrawFunctions
{
    public static IEnumerable<(string, FormulaFunction)> All =>
    [
        ("random", new(0, 2, (a, site) => a.Count switch
        {
            0 => new(Expression.Call(site.Scope.Random, nameof(SplitRandom.NextDouble), null), CellType.Number),
            2 => new(Expression.Call(typeof(DrawFunctions), nameof(Between), null, site.Scope.Random, site.Number(a[0]), site.Number(a[1])), CellType.Number),
            _ => throw site.Wrong("it takes no argument, or the least and the most."),
        })),
        ("normal", new(0, 2, (a, site) => a.Count switch
        {
            0 => new(Expression.Call(site.Scope.Random, nameof(SplitRandom.NextNormal), null), CellType.Number),
            2 => new(Expression.Call(typeof(DrawFunctions), nameof(Normal), null, site.Scope.Random, site.Number(a[0]), site.Number(a[1])), CellType.Number),
            _ => throw site.Wrong("it takes no argument, or mean and standard deviation."),
        })),
        ("chance", new(1, 1, (a, site) => new(Expression.LessThan(Expression.Call(site.Scope.Random, nameof(SplitRandom.NextDouble), null), site.Number(a[0])), CellType.Boolean))),
    ];

    public static double Between(SplitRandom random, double least, double most) => least + (most - least) * random.NextDouble();

    public static double Normal(SplitRandom random, double mean, double sd) => mean + sd * random.NextNormal();
}
