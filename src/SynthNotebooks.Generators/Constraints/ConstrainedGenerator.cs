using System.Reflection;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Any generator, with constraints that every sampled row keeps.</summary>
/// <remarks>
/// The table is learned in a form in which most constraints cannot be broken (distances in place of the higher of two columns, one category for fixed
/// combinations, computed and looked-up columns left out); what remains is met by sampling conditionally where the model can, and by rejection where
/// it cannot, at a cost that the model tells (<see cref="IConstrained"/>). Training rows that break a constraint are left out, or refused. The model
/// can do all that the model inside can, but for densities. A private generator gets the constraints as declared and keeps them itself, at no cost of privacy. Cost beside the fit: O(rows) for each constraint.
/// </remarks>
/// <param name="inner">The generator.</param>
public sealed class ConstrainedGenerator(IGenerator inner) : IGenerator
{
    private const int ProbeRows = 2000;

    /// <inheritdoc/>
    /// <exception cref="FitException">The constraints exclude each other or do not fit the table, no training row keeps them, or the model hardly ever does.</exception>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Constraints.IsEmpty || training.Rows.Count == 0 || training.Columns.Count != context.Schema.Columns.Count) return inner.Fit(training, context);
        try
        {
            context.Constraints.Validate(context.Schema);
        }
        catch (ConstraintException failure)
        {
            throw new FitException(failure.Message, failure);
        }
        // What is learnt and counted below would tell of training rows; a private model keeps declared constraints by its domain alone.
        if (Attribute()?.IsPrivate == true) return inner.Fit(training, context);
        var (kept, violations) = TrainingRows.Keeping(training, context);
        var copies = Attribute()?.CopiesRows == true;
        var plan = ConstraintPlan.Of(kept, context, copies ? 1 : Math.Max(1, context.MinimumCount));
        var frequent = WithoutRare(kept, plan, context);
        var model = FitInside(frequent, plan, context);
        var parts = Parts(model, plan, training, frequent, violations, context);
        return Probed(ConstrainedModelStore.Wrap(parts), context);
    }

    private GeneratorAttribute? Attribute() => inner.GetType().GetCustomAttribute<GeneratorAttribute>();

    // Rows of rare combinations would have to be told apart from the others, and must not come out.
    private static DataFrame WithoutRare(DataFrame kept, ConstraintPlan plan, FitContext context)
    {
        var rare = new bool[kept.Rows.Count];
        foreach (var step in plan.Steps.OfType<CombinationTransform>())
        {
            var codes = step.CodesOf(kept);
            for (var row = 0; row < rare.Length; row++) rare[row] |= codes[row] < 0;
        }
        var frequent = kept.Take(Enumerable.Range(0, rare.Length).Where(row => !rare[row]).ToArray());
        return frequent.Rows.Count >= 2 ? frequent
            : throw new FitException($"Only {frequent.Rows.Count} of {kept.Rows.Count} rows have combinations that {context.MinimumCount} rows share in all combinations declared. Lower --min-count, or declare fewer combinations.");
    }

    private IFittedGenerator FitInside(DataFrame frequent, ConstraintPlan plan, FitContext context)
    {
        var transform = new TableTransform(context.Schema, plan.Steps, []);
        var (table, roles) = transform.Encode(frequent);
        if (table.Columns.Count == 0) throw new FitException("The constraints leave no column to learn: each follows from others.");
        var schema = new TableSchema([.. table.Columns.Select(column =>
        {
            var role = plan.Identifiers.Contains(column.Name) ? ColumnRole.Identifier : roles.TryGetValue(column.Name, out var told) ? told : context.Schema[column.Name].Role;
            return SchemaInference.Describe(column, role);
        })]);
        return inner.Fit(table, context with { Schema = schema, Constraints = ConstraintSet.Empty });
    }

    private static ConstrainedParts Parts(IFittedGenerator model, ConstraintPlan plan, DataFrame training, DataFrame frequent, int[] violations, FitContext context)
    {
        var constraints = context.Constraints.Constraints;
        var schema = OuterSchema.Of(context.Schema, plan, model.Schema, frequent);
        var transform = new TableTransform(schema, plan.Steps, [.. constraints.OfType<RangeConstraint>()]);
        var translation = new ConditionTranslation(transform);
        var conditions = new List<Condition>();
        var handling = new ConstraintHandling[constraints.Count];
        for (var i = 0; i < handling.Length; i++)
        {
            var constraint = constraints[i];
            if (plan.Built.TryGetValue(constraint, out var how)) handling[i] = new(constraint, ConstraintMeans.Construction, how, violations[i]);
            else if (model is IConditional conditional && constraint.Condition is { } condition && translation.Inside(ConditionTranslation.NotFalse(condition)) is { } inside && conditional.CanCondition(new Condition.All([.. conditions, inside])))
            {
                conditions.Add(inside);
                handling[i] = new(constraint, ConstraintMeans.Conditioning, "the model samples given the constraint", violations[i]);
            }
            else handling[i] = new(constraint is FixedCombinations ? constraint.LearnedFrom(frequent) : constraint, ConstraintMeans.Rejection, "rows that break it are drawn anew", violations[i]);
        }
        string[] complete = [.. plan.Steps.OfType<FormulaTransform>().SelectMany(step => step.Outputs).Where(name => training[name].NullCount == 0)];
        return new(model, transform, plan.Numberings, handling, complete, new((int)training.Rows.Count, (int)(training.Rows.Count - frequent.Rows.Count), 0, 0));
    }

    // Draws rows once, to say what rejection costs, and to fail now rather than at the first sample.
    private static ConstrainedModel Probed(ConstrainedModel model, FitContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        context.Progress?.Report(new(1, "cost of the constraints"));
        if (model.Handling.All(handling => handling.Means != ConstraintMeans.Rejection)) return model;
        var candidates = model.Candidates(ProbeRows, new SplitRandom(context.Seed).Split("probe"));
        var good = model.Parts.Broken(candidates).AsSpan().Count(false);
        if (good < ProbeRows / ConstrainedModel.Tries)
        {
            var worst = model.Handling.Where(handling => handling.Means == ConstraintMeans.Rejection).MaxBy(handling => handling.Constraint.Violations(candidates).AsSpan().Count(true))!;
            throw new FitException($"The constraints held in {good} of {ProbeRows} sampled rows, too few to draw by rejection; '{worst.Constraint}' is broken most often. Drop or widen it, choose a model that conditions exactly, or declare it in a form that is met by construction.");
        }
        return ConstrainedModelStore.Wrap(model.Parts with { Cost = model.Cost with { Tried = ProbeRows, Kept = good } });
    }
}
