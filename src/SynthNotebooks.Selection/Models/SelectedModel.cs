using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>A fitted model that was chosen among others, with what was found; it can do what the chosen one can.</summary>
/// <remarks>
/// It is <see cref="IImputer"/> and <see cref="IDensity"/> only when the chosen model is. It is always <see cref="IConditional"/> and
/// <see cref="IIdentifying"/>: conditions that the chosen model cannot meet exactly are refused by <see cref="CanCondition"/>, which callers ask anyway,
/// and a model without identifiers leaves chunks as they are.
/// </remarks>
public class SelectedModel : IFittedGenerator, IConditional, IIdentifying, IPersistable
{
    private const string PlanText = "plan", InnerPart = "model";

    private SelectedModel(IFittedGenerator inner, ModelOrigin origin, SelectionPlan plan, SelectionReport report) =>
        (Inner, Origin, Plan, Report) = (inner, origin, plan, report);

    /// <summary>The chosen model.</summary>
    public IFittedGenerator Inner { get; }

    /// <summary>What was decided; saved with the model.</summary>
    public SelectionPlan Plan { get; }

    /// <summary>What was found, with costs when the selection was made in this process.</summary>
    public SelectionReport Report { get; }

    /// <inheritdoc/>
    public ModelOrigin Origin { get; }

    /// <inheritdoc/>
    public TableSchema Schema => Inner.Schema;

    /// <inheritdoc/>
    public DataFrame SampleChunk(int rows, SplitRandom random) => Inner.SampleChunk(rows, random);

    /// <inheritdoc/>
    public bool CanCondition(Condition where) => Inner is IConditional conditional && conditional.CanCondition(where);

    /// <inheritdoc/>
    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => Inner is IConditional conditional
        ? conditional.SampleChunk(rows, where, random)
        : throw new FitException($"The model '{Plan.Chosen.Model}', which was chosen, meets no condition exactly; sample by rejection.");

    /// <inheritdoc/>
    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => Inner is IIdentifying identifying ? identifying.Identify(chunk, firstRow, stream) : chunk;

    /// <inheritdoc/>
    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(PlanText, Plan.ToJson());
        NestedModel.Save(Inner, writer.Part(InnerPart));
    }

    /// <summary>A model that can do what the inner one can.</summary>
    internal static SelectedModel Of(IFittedGenerator inner, ModelOrigin origin, SelectionPlan plan, SelectionReport report) => (inner, inner) switch
    {
        (IImputer imputer, IDensity density) => new ImputingDensity(inner, imputer, density, origin, plan, report),
        (IImputer imputer, _) => new Imputing(inner, imputer, origin, plan, report),
        (_, IDensity density) => new Density(inner, density, origin, plan, report),
        _ => new(inner, origin, plan, report),
    };

    internal static SelectedModel Load(ModelReader reader)
    {
        try
        {
            var plan = SelectionPlan.FromJson(reader.Text(PlanText));
            return Of(NestedModel.Load(reader.Part(InnerPart), Candidates.Catalog), reader.Origin, plan, SelectionReport.Of(plan));
        }
        catch (FormatException failure)
        {
            throw new ModelFormatException($"The model's plan is damaged: {failure.Message}", failure);
        }
    }

    private sealed class Imputing(IFittedGenerator inner, IImputer imputer, ModelOrigin origin, SelectionPlan plan, SelectionReport report)
        : SelectedModel(inner, origin, plan, report), IImputer
    {
        public DataFrame Impute(DataFrame table, SampleOptions options) => imputer.Impute(table, options);

        public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => imputer.Redraw(table, columns, options);
    }

    private sealed class Density(IFittedGenerator inner, IDensity density, ModelOrigin origin, SelectionPlan plan, SelectionReport report)
        : SelectedModel(inner, origin, plan, report), IDensity
    {
        public double[] LogDensity(DataFrame table, CancellationToken cancellation) => density.LogDensity(table, cancellation);
    }

    private sealed class ImputingDensity(IFittedGenerator inner, IImputer imputer, IDensity density, ModelOrigin origin, SelectionPlan plan, SelectionReport report)
        : SelectedModel(inner, origin, plan, report), IImputer, IDensity
    {
        public DataFrame Impute(DataFrame table, SampleOptions options) => imputer.Impute(table, options);

        public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => imputer.Redraw(table, columns, options);

        public double[] LogDensity(DataFrame table, CancellationToken cancellation) => density.LogDensity(table, cancellation);
    }
}
