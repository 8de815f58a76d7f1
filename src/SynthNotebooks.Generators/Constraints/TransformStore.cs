using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Reads back what <see cref="ITransform.Save"/> wrote.</summary>
internal static class TransformStore
{
    public static void Save(IReadOnlyList<ITransform> transforms, ModelWriter writer)
    {
        writer.Write("transforms", (long)transforms.Count);
        for (var i = 0; i < transforms.Count; i++) transforms[i].Save(writer.Part(FormattableString.Invariant($"transform/{i}")));
    }

    public static ITransform[] Load(ModelReader reader, TableSchema schema)
    {
        var transforms = new ITransform[reader.Integer("transforms", 0, 100_000)];
        for (var i = 0; i < transforms.Length; i++)
        {
            var part = reader.Part(FormattableString.Invariant($"transform/{i}"));
            transforms[i] = part.Text("transform") switch
            {
                "combination" => CombinationTransform.Load(part),
                "difference" => DifferenceTransform.Load(part, schema),
                "formula" => FormulaTransform.Load(part, schema),
                "lookup" => LookupTransform.Load(part),
                var other => throw new ModelFormatException($"The model's transform '{other}' is not known."),
            };
        }
        return transforms;
    }
}
