namespace SynthNotebooks.Data;

/// <summary>A sum of reals in one fixed order with compensation, so that it does not depend on threads or vector width.</summary>
/// <remarks>Error at most about two units in the last place for sums without massive cancellation. Source: Neumaier, ZAMM 54, 1974, doi:10.1002/zamm.19740540106.</remarks>
public struct FixedOrderSum
{
    private double _sum, _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => double.IsFinite(_sum) ? _sum + _lost : _sum;

    /// <summary>Adds a number.</summary>
    public void Add(double number)
    {
        var next = _sum + number;
        _lost += Math.Abs(_sum) >= Math.Abs(number) ? _sum - next + number : number - next + _sum;
        _sum = next;
    }

    /// <summary>The sum of a sequence from its first element to its last.</summary>
    public static double Of(ReadOnlySpan<double> numbers)
    {
        var sum = new FixedOrderSum();
        foreach (var number in numbers) sum.Add(number);
        return sum.Value;
    }
}
