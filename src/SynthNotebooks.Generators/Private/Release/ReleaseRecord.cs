using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>What was released to make a model: the claim, its cost, and every noisy count.</summary>
/// <param name="Claim">In words; begins with NON-PRIVATE when no claim holds.</param>
/// <param name="Rho">zCDP that was used.</param>
/// <param name="Names">Of the measured marginals.</param>
/// <param name="Values">Noisy counts, marginal by marginal.</param>
/// <param name="Lengths">Number of counts of each marginal.</param>
internal sealed record ReleaseRecord(string Claim, double Rho, string[] Names, double[] Values, int[] Lengths)
{
    public void Save(ModelWriter writer)
    {
        writer.Write("claim", Claim);
        writer.Write("rho", Rho);
        writer.WriteTexts("marginals", Names);
        writer.WriteArray<int>("lengths", Lengths);
        writer.WriteArray<double>("counts", Values);
    }

    public static ReleaseRecord Load(ModelReader reader)
    {
        var record = new ReleaseRecord(reader.Text("claim"), reader.Real("rho", 0), [.. reader.Texts("marginals")], reader.Array<double>("counts"), reader.Array<int>("lengths"));
        if (record.Names.Length != record.Lengths.Length || record.Lengths.Any(length => length < 1) || record.Lengths.Sum(length => (long)length) != record.Values.Length)
            throw new ModelFormatException("The measurements of the model do not fit together.");
        return record;
    }
}
