using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Attributes whose ranks are correlated through a normal or t copula.</summary>
/// <remarks>
/// A vector of correlated normal numbers is drawn (for t divided by one root of a chi-square number over its degrees); each becomes a uniform rank at
/// which the attribute's own distribution is read. Source: Nelsen, An Introduction to Copulas, 2006, doi:10.1007/0-387-28678-0.
/// </remarks>
internal sealed class CopulaGroup(IReadOnlyList<AttributePlan> attributes, double[,] factor, double degrees) : JointStep
{
    private readonly ulong _label = SplitRandom.Label("copula " + string.Join(' ', attributes.Select(attribute => attribute.Name)));
    private int _firstSlot = -1;

    public override string Name => "copula of " + string.Join(", ", attributes.Select(attribute => attribute.Name));

    public override bool Has(AttributePlan attribute) => attributes.Contains(attribute);

    public int SlotOf(AttributePlan attribute) => _firstSlot + attributes.ToList().IndexOf(attribute);

    /// <summary>Takes its place among the steps, once.</summary>
    public void Begin(EntityPlan entity)
    {
        if (_firstSlot >= 0) return;
        _firstSlot = entity.NumberSlots;
        entity.NumberSlots += attributes.Count;
        entity.Early.Add(this);
    }

    /// <inheritdoc/>
    public override void Run(Row row, SplitRandom random, ulong attempt)
    {
        random.Become(row.Random, Labelled(_label, attempt));
        Span<double> z = stackalloc double[attributes.Count];
        for (var i = 0; i < z.Length; i++) z[i] = random.NextNormal();
        var shrink = double.IsPositiveInfinity(degrees) ? 1 : 1 / Math.Sqrt(2 * Variates.Gamma(degrees / 2, random) / degrees);
        var student = new StudentDistribution(0, 1, degrees);
        for (var i = 0; i < z.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j <= i; j++) sum += factor[i, j] * z[j];
            var rank = shrink == 1 ? PortableMath.NormalCdf(sum) : student.Cdf(sum * shrink);
            row.Numbers[_firstSlot + i] = Math.Clamp(rank, 1e-15, 1 - 1e-15);
        }
    }
}
