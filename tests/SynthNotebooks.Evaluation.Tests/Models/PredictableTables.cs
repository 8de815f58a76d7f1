using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests.Models;

/// <summary>Tables whose target can be predicted from the other columns.</summary>
internal static class PredictableTables
{
    /// <summary>Columns a, b (some missing), group, sex; targets yes (two classes), kind (three), amount (a number). All depend on a, b and group; yes on sex by <paramref name="bias"/>.</summary>
    public static DataFrame Of(ulong seed, int rows, double strength = 1, double bias = 0)
    {
        var random = new SplitRandom(seed);
        double[] a = new double[rows], b = new double[rows], amount = new double[rows];
        string?[] group = new string?[rows], sex = new string?[rows], yes = new string?[rows], kind = new string?[rows];
        for (var i = 0; i < rows; i++)
        {
            (a[i], b[i]) = (random.NextNormal(), random.NextBelow(10) == 0 ? double.NaN : random.NextNormal());
            group[i] = random.NextBelow(20) == 0 ? null : "uvw"[random.NextBelow(3)].ToString();
            sex[i] = random.NextBelow(2) == 0 ? "f" : "m";
            var signal = strength * (2 * a[i] + (double.IsNaN(b[i]) ? 1 : b[i]) + (group[i] == "u" ? 1.5 : 0));
            amount[i] = signal + random.NextNormal();
            yes[i] = signal + bias * (sex[i] == "m" ? 1 : -1) + random.NextNormal() > 1.5 ? "yes" : "no";
            var noisy = signal + random.NextNormal();
            kind[i] = noisy < -1 ? "low" : noisy < 1.5 ? "middle" : "high";
        }
        return new(new DoubleColumn("a", a), new DoubleColumn("b", b), TextColumn.Of("group", group), TextColumn.Of("sex", sex),
            TextColumn.Of("yes", yes), TextColumn.Of("kind", kind), new DoubleColumn("amount", amount));
    }
}
