using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Constraints of an order that buys domains: they may speak of declared columns alone, so that all of them are checked before anything is spent.</summary>
internal static class BoughtConstraints
{
    /// <param name="generator">The method.</param>
    /// <param name="data">The real rows; names and kinds are read.</param>
    /// <param name="order">With the declared part of the domain.</param>
    /// <exception cref="FitException">A constraint speaks of a column whose domain is to be bought, or cannot be kept.</exception>
    public static void Check(IGenerator generator, DataFrame data, PrivateOrder order)
    {
        if (order.Constraints.IsEmpty) return;
        var declared = order.Domain is { } text ? JsonNode.Parse(text) as JsonObject ?? [] : [];
        foreach (var constraint in order.Constraints.Constraints)
        {
            if (constraint.Columns.FirstOrDefault(column => !declared.ContainsKey(column)) is { } open)
                throw new FitException($"Constraint '{constraint}' speaks of column '{open}', whose domain would be bought: what is bought may leave it no value. Declare the domain of '{open}', or leave the constraint out. Nothing was spent.");
        }
        var known = data.Select([.. data.Columns.Select(column => column.Name).Where(declared.ContainsKey)]);
        (generator as IPrivateGenerator)?.Check(known, new FitContext(known.InferSchema()) { Constraints = order.Constraints });
    }
}
