using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Saves and opens constrained models; the model inside is a file within the file.</summary>
[ModelWrapper(Id)]
public sealed class ConstrainedModelStore : IModelWrapper
{
    private const string Id = "constraints";

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader, Func<byte[], IFittedGenerator> open)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(open);
        var (means, how, violations) = (reader.Array<byte>("means"), reader.Texts("how"), reader.Array<int>("violations"));
        var set = ConstraintSet.FromJson(reader.Text("constraints"), reader.Schema);
        if (means.Length != set.Constraints.Count || how.Count != means.Length || violations.Length != means.Length || means.Any(value => !Enum.IsDefined((ConstraintMeans)value)))
            throw new ModelFormatException("The model's constraints do not fit together.");
        var handling = set.Constraints.Select((constraint, i) => new ConstraintHandling(constraint, (ConstraintMeans)means[i], how[i], violations[i])).ToArray();
        var transform = new TableTransform(reader.Schema, TransformStore.Load(reader, reader.Schema), [.. set.Constraints.OfType<RangeConstraint>()]);
        var numberings = new RangeNumbering[reader.Integer("numberings", 0, 100_000)];
        for (var i = 0; i < numberings.Length; i++) numberings[i] = RangeNumbering.Load(reader.Part(FormattableString.Invariant($"numbering/{i}")));
        var cost = new ConstraintCost(
            (int)reader.Integer("rows", 0, int.MaxValue), (int)reader.Integer("left-out", 0, int.MaxValue), (int)reader.Integer("tried", 0, int.MaxValue), (int)reader.Integer("kept", 0, int.MaxValue));
        return Wrap(new(open(reader.Array<byte>("inner")), transform, numberings, handling, reader.Texts("complete"), cost));
    }

    internal static ConstrainedModel Wrap(ConstrainedParts parts) => parts.Inner is IImputer ? new ImputingConstrainedModel(parts) : new ConstrainedModel(parts);

    internal static void Save(ConstrainedParts parts, ModelWriter writer)
    {
        writer.Write(ModelArchive.WrapperName, Id);
        writer.Write("constraints", new ConstraintSet(parts.Handling.Select(handling => handling.Constraint)).ToJson());
        writer.WriteArray<byte>("means", [.. parts.Handling.Select(handling => (byte)handling.Means)]);
        writer.WriteTexts("how", [.. parts.Handling.Select(handling => handling.How)]);
        writer.WriteArray<int>("violations", [.. parts.Handling.Select(handling => handling.TrainingViolations.GetValueOrDefault())]);
        TransformStore.Save(parts.Transform.Steps, writer);
        writer.Write("numberings", (long)parts.Numberings.Count);
        for (var i = 0; i < parts.Numberings.Count; i++) parts.Numberings[i].Save(writer.Part(FormattableString.Invariant($"numbering/{i}")));
        writer.WriteTexts("complete", parts.Complete);
        writer.Write("rows", (long)parts.Cost.TrainingRows);
        writer.Write("left-out", (long)parts.Cost.LeftOut);
        writer.Write("tried", (long)parts.Cost.Tried);
        writer.Write("kept", (long)parts.Cost.Kept);
        using var inner = new MemoryStream();
        ModelArchive.Save(parts.Inner, inner);
        writer.WriteArray<byte>("inner", inner.ToArray());
    }
}
