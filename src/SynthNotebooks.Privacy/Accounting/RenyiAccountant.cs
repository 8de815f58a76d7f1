using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Adds up Rényi divergences over a grid of orders and converts the best of them; quick, looser than losses.</summary>
/// <remarks>
/// Sources: Mironov, arXiv:1702.07476 (definition; the classic conversion r + ln(1/δ)/(α − 1)); Canonne, Kamath, Steinke, arXiv:2004.00010, Proposition 12
/// (the improved conversion, used unless told otherwise).
/// </remarks>
public sealed class RenyiAccountant
{
    private static readonly double[] Orders = MakeOrders();
    private readonly double[] _divergences = new double[Orders.Length];

    /// <param name="relation">Between which tables.</param>
    public RenyiAccountant(NeighbouringRelation relation) => Relation = relation ?? throw new ArgumentNullException(nameof(relation));

    /// <summary>Between which tables.</summary>
    public NeighbouringRelation Relation { get; }

    /// <summary>Adds an event, some number of times.</summary>
    /// <returns>This accountant.</returns>
    public RenyiAccountant Compose(PrivacyEvent happened, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0; i < Orders.Length; i++) _divergences[i] += count * happened.Renyi(Orders[i], Relation);
        return this;
    }

    /// <summary>Rényi divergence of one event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="order">α, above 1.</param>
    /// <param name="relation">Between which tables.</param>
    public static double Divergence(PrivacyEvent happened, double order, NeighbouringRelation relation)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (!(order > 1 && double.IsFinite(order))) throw new ArgumentOutOfRangeException(nameof(order), order, "An order must be finite and above 1.");
        return happened.Renyi(order, relation);
    }

    /// <summary>Smallest ε at a δ over the orders.</summary>
    public double Epsilon(double delta) => Best(delta, (order, divergence) =>
        divergence + StableMath.LogOnePlus(-1 / order) - PortableMath.Log(delta * order) / (order - 1));

    /// <summary>Smallest ε at a δ by the classic conversion.</summary>
    public double ClassicEpsilon(double delta) => Best(delta, (order, divergence) => divergence - PortableMath.Log(delta) / (order - 1));

    /// <summary>Smallest δ at an ε over the orders.</summary>
    public double Delta(double epsilon)
    {
        AccountingRange.CheckEpsilon(epsilon);
        var best = 1.0;
        for (var i = 0; i < Orders.Length; i++)
        {
            var a = Orders[i];
            best = Math.Min(best, PortableMath.Exp((a - 1) * (_divergences[i] - epsilon + StableMath.LogOnePlus(-1 / a)) - PortableMath.Log(a)));
        }
        return best;
    }

    private double Best(double delta, Func<double, double, double> convert)
    {
        AccountingRange.CheckDelta(delta);
        var best = double.PositiveInfinity;
        for (var i = 0; i < Orders.Length; i++) best = Math.Min(best, convert(Orders[i], _divergences[i]));
        return Math.Max(0, best);
    }

    private static double[] MakeOrders()
    {
        var orders = new List<double>();
        for (var tenth = 1; tenth < 100; tenth++) orders.Add(1 + tenth / 10.0);
        for (var order = 11; order < 64; order++) orders.Add(order);
        orders.AddRange([128, 256, 512, 1024]);
        return [.. orders];
    }
}
