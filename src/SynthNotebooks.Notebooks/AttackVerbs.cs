using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;

namespace SynthNotebooks.Notebooks;

/// <summary>Attacking synthetic tables, for C# code.</summary>
public static class AttackVerbs
{
    /// <summary>Attacks a synthetic table that was made from this one; the report is displayable.</summary>
    /// <param name="train">The table that the generator learnt.</param>
    /// <param name="synthetic">The table that is attacked.</param>
    /// <param name="holdout">Real rows that the generator never saw; without them most attacks cannot be judged.</param>
    /// <param name="model">The fitted model, which lets attacks query it and fit its generator again; null when it is not at hand.</param>
    /// <param name="options">Attacks, budget, seed and the rest; a model or way to refit given there goes before <paramref name="model"/>.</param>
    /// <exception cref="EvaluationException">The tables cannot be compared, or an option is not legal.</exception>
    /// <exception cref="ArgumentException">An attack is unknown.</exception>
    public static AttackReport Attack(this DataFrame train, DataFrame synthetic, DataFrame? holdout = null, IFittedGenerator? model = null, AttackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(synthetic);
        options ??= new();
        if (model is not null) options = options with { Model = options.Model ?? model, Refit = options.Refit ?? Refit(train, model, options, Toolkit.Default) };
        return AttackBattery.Run(train, synthetic, holdout, options);
    }

    // The generator that made the model, on other rows read as these are; null when the model does not say what made it.
    internal static Func<DataFrame, ulong, IFittedGenerator>? Refit(DataFrame train, IFittedGenerator model, AttackOptions options, Toolkit toolkit)
    {
        if (model is not IPersistable { Origin: { } origin } || !toolkit.Models.Ids.Contains(origin.Generator)) return null;
        var generator = GeneratorFactory.Create(toolkit.Models, origin.Generator, origin.Options);
        var schema = train.InferSchema();
        return (table, seed) => generator.Fit(table, new FitContext(schema.MeasuredOn(table)) { Seed = seed, Threads = options.Threads, Cancellation = options.Cancellation });
    }
}
