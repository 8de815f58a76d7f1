using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Audits a private method end to end, from table to released rows, with a target record whose every cell is a code that nobody else has.</summary>
/// <remarks>
/// Two small neighbouring tables are released many times. A quarter of the runs teaches a linear discriminant which features of a release (measurements, choices of marginals, rows) speak
/// for the target, a quarter chooses its threshold, and half count; whatever the method does between table and rows is audited with it. The fits take few iterations, which
/// is post-processing. The claim is tested as (ε, δ) and as the zCDP that it is accounted by. Cost: 4 × runs fits of a few hundred rows, about a millisecond each for mst.
/// Sources: Jagielski, Ullman, Oprea, arXiv:2006.07709; Annamalai, Ganev, De Cristofaro, arXiv:2405.10994 (audits of synthesizers).
/// </remarks>
public static class SynthesizerAudit
{
    private const int Batch = 64, LeastRuns = 100;
    private const string FewIterations = "10";

    /// <summary>Audits a method of the catalog; the noise is cryptographic, so results differ from run to run.</summary>
    /// <param name="models">The methods that may be asked for.</param>
    /// <param name="method">A private model, e.g. <c>mst</c>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="time">The clock of the time limit; null for the system's.</param>
    /// <param name="cancellation">Stops between runs.</param>
    /// <exception cref="ArgumentException">The method is unknown or not private, or a number is not legal.</exception>
    public static MechanismAudits Run(
        Catalog<GeneratorAttribute> models, string method, SynthesizerAuditOptions? options = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        var generator = Create(models, method, options, CanaryTable.Domain);
        return Run(method, generator, PrivacyClaim.ZeroConcentrated(ZeroConcentratedAccountant.Rho(options.Epsilon, options.Delta), new AddRemove()), options, time, cancellation);
    }

    /// <summary>Audits any generator against a claim; it must be able to fit integer columns <c>a</c> and <c>b</c> with codes 0 to 2.</summary>
    /// <param name="id">Its name in the result.</param>
    /// <param name="generator">Under test; fitted on several threads at once.</param>
    /// <param name="claim">What it claims for adding or removing a record.</param>
    /// <param name="options">Null for the defaults; its ε and δ should be those of the claim.</param>
    /// <param name="time">The clock of the time limit; null for the system's.</param>
    /// <param name="cancellation">Stops between runs.</param>
    public static MechanismAudits Run(
        string id, IGenerator generator, PrivacyClaim claim, SynthesizerAuditOptions? options = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(claim);
        options ??= new();
        options.Check();
        time ??= TimeProvider.System;
        var start = time.GetTimestamp();
        var rho = ZeroConcentratedAccountant.Rho(options.Epsilon, options.Delta);
        var (with, without) = (CanaryTable.Of(rho, hasTarget: true), CanaryTable.Of(rho, hasTarget: false));
        var seed = 0; // sampling is post-processing; every run takes another seed

        var learning = Runs(options.Trials / 2, options.Seconds / 4, run => run);
        var attack = LinearDiscriminant.Of(learning.With, learning.Without);
        var choosing = Runs(options.Trials - options.Trials / 2, options.Seconds / 2, attack.Score);
        var counting = Runs(options.Trials, options.Seconds, attack.Score);
        var judgement = new AuditJudgement(claim, options.Delta, options.Confidence);
        return new([(id, judgement.Of(([.. choosing.With], [.. choosing.Without]), ([.. counting.With], [.. counting.Without])))])
        {
            Subject = "a private method, from table to released rows, with and without a target record",
            Confidence = options.Confidence,
        };

        // Until there are enough or the time is over, which no result decides.
        (List<T> With, List<T> Without) Runs<T>(int most, double until, Func<Dictionary<string, double>, T> look)
        {
            var (present, absent) = (new List<T>(), new List<T>());
            while (present.Count < most && (present.Count < LeastRuns || time.GetElapsedTime(start).TotalSeconds < until))
            {
                var results = new T[2 * Math.Min(Batch, most - present.Count)];
                Parallel.For(0, results.Length, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = look(Release(i % 2 == 0 ? with : without)));
                for (var i = 0; i < results.Length; i++) (i % 2 == 0 ? present : absent).Add(results[i]);
            }
            return (present, absent);
        }

        Dictionary<string, double> Release(DataFrame table) =>
            ReleaseFeatures.Of(generator.Fit(table, new FitContext(table.InferSchema()) { Threads = 1, Cancellation = cancellation }), (ulong)Interlocked.Increment(ref seed));
    }

    /// <summary>Audits one single release: each of many canaries is in the table by the flip of a coin, and the release is asked which.</summary>
    /// <param name="models">The methods that may be asked for.</param>
    /// <param name="method">A private model that publishes its measurements, e.g. <c>mst</c>.</param>
    /// <param name="canaries">Default 1000; legal 20 to 5000.</param>
    /// <param name="options">Null for the defaults; trials and seconds do not count.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="ArgumentException">The method is unknown, not private, publishes no measurements, or a number is not legal.</exception>
    public static MechanismAudits OneRun(Catalog<GeneratorAttribute> models, string method, int canaries = 1000, SynthesizerAuditOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Check();
        Require.InRange(canaries, 20, 5000);
        var generator = Create(models, method, options, CanaryTable.DomainOf(canaries));
        var coins = new CryptographicBits();
        var present = new bool[canaries];
        for (var i = 0; i < canaries; i++) present[i] = coins.NextBit();
        var table = CanaryTable.Of(ZeroConcentratedAccountant.Rho(options.Epsilon, options.Delta), present);
        var model = generator.Fit(table, new FitContext(table.InferSchema()) { Cancellation = cancellation });
        if (model is not IMeasured measured) throw new ArgumentException($"{method} publishes no measurements, so one run of it says nothing of single records; leave --one-run out.", nameof(method));
        var scores = CanaryScores.Of(ReleaseFeatures.Tables(measured), canaries);
        return new([(method, OneRunJudgement.Of(scores, present, options.Epsilon, options.Delta, options.Confidence))])
        {
            Subject = "one single run of a private method, with canaries put in by coin flips",
            Confidence = options.Confidence,
        };
    }

    private static IGenerator Create(Catalog<GeneratorAttribute> models, string method, SynthesizerAuditOptions options, string domain)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (!models[method].Attribute.IsPrivate)
            throw new ArgumentException($"{method} is not private; the method must be one of {string.Join(", ", models.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id))}.", nameof(method));
        var texts = new Dictionary<string, string>
        {
            ["epsilon"] = options.Epsilon.ToString("R", CultureInfo.InvariantCulture),
            ["delta"] = options.Delta.ToString("R", CultureInfo.InvariantCulture),
            ["domain"] = domain,
        };
        foreach (var option in new[] { "iterations", "round-iterations" })
            if (GeneratorFactory.HasOption(models, method, option)) texts[option] = FewIterations;
        return GeneratorFactory.Create(models, method, texts);
    }
}
