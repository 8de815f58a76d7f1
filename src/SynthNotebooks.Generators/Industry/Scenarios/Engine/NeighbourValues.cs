using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A sum over the neighbours of a row's root row; missing values are left out, of a row without neighbours it is 0 (the least and the greatest are missing).</summary>
internal sealed class NeighbourValues(Network network, KeptTable rows, string kind, NeighbourFormula value)
{
    public double Of(Row row, SplitRandom random)
    {
        var (total, count, extreme) = (0.0, 0, double.NaN);
        foreach (var neighbour in network.Neighbours(Network.Root(row).Number))
        {
            if (neighbour >= rows.Rows.Count) continue;
            var one = value(rows.Rows[neighbour], row, random);
            if (double.IsNaN(one)) continue;
            total += one;
            count++;
            if (!(kind == "min_of" ? one >= extreme : one <= extreme)) extreme = one;
        }
        return kind switch
        {
            "count_of" or "sum_of" => total,
            "share_of" or "mean_of" => count > 0 ? total / count : 0,
            _ => extreme,
        };
    }
}

/// <summary>A formula of a neighbour and of the row that asks.</summary>
internal delegate double NeighbourFormula(Row neighbour, Row self, SplitRandom random);
