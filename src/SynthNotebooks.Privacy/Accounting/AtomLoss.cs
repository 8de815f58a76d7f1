namespace SynthNotebooks.Privacy;

/// <summary>Losses of a discrete mechanism: a list of outputs.</summary>
/// <param name="atoms">Loss and masses of each output, losses rising.</param>
internal sealed class AtomLoss((double Loss, double P, double Q)[] atoms) : LossPair
{
    public override (double Low, double High) Range => (atoms[0].Loss, atoms[^1].Loss);

    public override (double P, double Q) Mass(double low, double high)
    {
        double p = 0, q = 0;
        for (var i = FirstAbove(low); i < atoms.Length && atoms[i].Loss <= high; i++)
        {
            p += atoms[i].P;
            q += atoms[i].Q;
        }
        return (p, q);
    }

    private int FirstAbove(double loss)
    {
        var (low, high) = (0, atoms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (atoms[middle].Loss > loss) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
