using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Audits a private method end to end, from table to released rows, with a target record whose every cell is extreme.</summary>
/// <remarks>
/// Forty equal records stand with and without the target, which alone holds the last code of each of two columns. A run fits, samples as many rows as the method believes
/// there are, and counts the cells that hold those codes. Whatever the method does between is audited with it. Cost: 4 × runs fits of 40 rows, 1 to 50 ms each.
/// Source: Jagielski, Ullman, Oprea, arXiv:2006.07709.
/// </remarks>
public static class SynthesizerAudit
{
    private const int Records = 40, Codes = 5;
    private const double Delta = 1e-5, Confidence = 0.95;

    /// <summary>Runs the audit; the noise is cryptographic, so results differ from run to run.</summary>
    /// <param name="models">The methods that may be asked for.</param>
    /// <param name="method">A private model, e.g. <c>mst</c>.</param>
    /// <param name="epsilon">ε of each release, 0.001 to 50, at δ = 1e-5.</param>
    /// <param name="trials">Runs a side, 100 or more.</param>
    /// <param name="cancellation">Stops between runs.</param>
    /// <exception cref="ArgumentException">The method is unknown or not private, or a number is not legal.</exception>
    public static MechanismAudits Run(Catalog<GeneratorAttribute> models, string method, double epsilon = 1, int trials = 200, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        Require.InRange(epsilon, 1e-3, 50);
        if (!models[method].Attribute.IsPrivate)
            throw new ArgumentException($"{method} is not private; the method must be one of {string.Join(", ", models.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id))}.", nameof(method));
        var generator = GeneratorFactory.Create(models, method, new Dictionary<string, string>
        {
            ["epsilon"] = epsilon.ToString("R", CultureInfo.InvariantCulture),
            ["delta"] = Delta.ToString("R", CultureInfo.InvariantCulture),
            ["domain"] = $"{{\"a\": {Codes}, \"b\": {Codes}}}",
        });
        var (with, without) = (Table(hasTarget: true), Table(hasTarget: false));
        var seed = 0UL; // sampling is post-processing; every run takes another seed
        var trial = new MechanismTrial(PrivacyClaim.Approximate(epsilon, Delta, new AddRemove()), () => Score(with), () => Score(without));
        return new([(method, TwoDatasetAudit.Run(trial, new TwoDatasetAuditOptions(trials, Confidence, Delta), cancellation))]);

        long Score(DataFrame table)
        {
            var model = generator.Fit(table, new FitContext(table.InferSchema()) { Cancellation = cancellation });
            var rows = model.Sample((int)((Generators.Private.IPrivateRelease)model).Total, new SampleOptions { Seed = seed++, Cancellation = cancellation });
            var score = 0L;
            foreach (var column in rows.Columns)
                foreach (var cell in column.ToNumbers())
                    if (cell == Codes - 1) score++;
            return score;
        }
    }

    private static DataFrame Table(bool hasTarget)
    {
        var cells = new long[Records + (hasTarget ? 1 : 0)];
        if (hasTarget) cells[^1] = Codes - 1;
        return new(new Int64Column("a", cells), new Int64Column("b", cells.ToArray()));
    }
}
