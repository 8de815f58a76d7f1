using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>One scheme: cash paid in below the threshold of reports, layers of mules that pass it on, and its return as clean money.</summary>
/// <remarks>
/// The three stages are those of the Financial Action Task Force. Every mule keeps a fee and sends the rest on, split to at most three mules of
/// the next layer; the last layer pays a front business by invoice or wires abroad. A person serves a scheme in one layer only.
/// </remarks>
internal sealed class LaunderingScheme
{
    public const double SmallestDeposit = 0.6, LargestDeposit = 0.98; // of the threshold
    public const double SmallestFee = 0.02, LargestFee = 0.06;        // of what a mule gets
    private const double Day = 86_400, Hour = 3600, DirtySpread = 0.5, GapSpread = 0.7, AbroadShare = 0.4;
    private const int MostSplits = 3;

    private readonly TransferNetworkOptions _options;
    private readonly int _businesses, _number;
    private readonly SplitRandom _random;
    private readonly List<Transfer> _into;
    private readonly int[] _people;
    private int _used;

    /// <param name="options">Of the community.</param>
    /// <param name="businesses">Accounts 1 to this number are businesses, the others people.</param>
    /// <param name="number">Of the scheme, from 1 on.</param>
    /// <param name="random">Of this scheme alone.</param>
    /// <param name="into">Takes the transfers.</param>
    public LaunderingScheme(TransferNetworkOptions options, int businesses, int number, SplitRandom random, List<Transfer> into)
    {
        (_options, _businesses, _number, _random, _into) = (options, businesses, number, random, into);
        _people = [.. Enumerable.Range(businesses + 1, options.Accounts - businesses)];
        random.Shuffle<int>(_people); // mules are taken from the front
    }

    /// <summary>Plans the scheme.</summary>
    /// <param name="start">Moment of the first deposit, in seconds since 1970-01-01.</param>
    public void Plan(double start)
    {
        var layers = 1 + _options.FewestHops + _random.NextBelow(_options.MostHops - _options.FewestHops + 1);
        var width = Math.Clamp(_people.Length / (layers + 1), 1, 5); // people must suffice for every layer
        var layer = Place(start, width);
        for (var hop = 1; hop < layers; hop++) layer = PassOn(layer, hop, width);
        Integrate(layer, layers);
    }

    private List<Holding> Place(double start, int width)
    {
        var left = _options.Dirty * PortableMath.Exp(DirtySpread * _random.NextNormal());
        List<Holding> holders = [.. Enumerable.Range(0, Math.Min(width, 2 + _random.NextBelow(3))).Select(_ => new Holding(Mule(), 0, start))];
        var time = start;
        for (var deposits = 0; left > 0; deposits++)
        {
            var amount = Cents(Math.Min(left, _options.Threshold * (SmallestDeposit + (LargestDeposit - SmallestDeposit) * _random.NextDouble())));
            if (amount <= 0) break;
            var holder = holders[deposits % holders.Count];
            _into.Add(new(time, 0, holder.Account, amount, TransferKind.CashDeposit, Stage.Placement, _number, 0));
            holder.Receive(amount, time);
            left -= amount;
            time += Day * _random.NextDouble();
        }
        holders.RemoveAll(holder => holder.Amount <= 0);
        return holders;
    }

    private List<Holding> PassOn(List<Holding> layer, int hop, int width)
    {
        List<Holding> next = [.. Enumerable.Range(0, Math.Min(width, 1 + _random.NextBelow(layer.Count + 2))).Select(_ => new Holding(Mule(), 0, 0))];
        foreach (var holder in layer)
        {
            var parts = Math.Min(next.Count, 1 + _random.NextBelow(MostSplits));
            var (left, from) = (AfterFee(holder), _random.NextBelow(next.Count));
            for (var part = parts; part > 0 && left > 0; part--)
            {
                var amount = part == 1 ? left : Math.Min(left, Cents(left / part * (0.7 + 0.6 * _random.NextDouble())));
                if (amount <= 0) continue;
                var (time, receiver) = (holder.Time + Gap(), next[(from + part) % next.Count]);
                _into.Add(new(time, holder.Account, receiver.Account, amount, TransferKind.Transfer, Stage.Layering, _number, hop));
                receiver.Receive(amount, time);
                left = Cents(left - amount);
            }
        }
        next.RemoveAll(holder => holder.Amount <= 0);
        return next;
    }

    private void Integrate(List<Holding> layer, int hop)
    {
        var front = 1 + _random.NextBelow(_businesses);
        var abroad = _random.NextDouble() < AbroadShare;
        foreach (var holder in layer)
            _into.Add(new(holder.Time + Gap(), holder.Account, abroad ? 0 : front, AfterFee(holder), abroad ? TransferKind.WireAbroad : TransferKind.Invoice, Stage.Integration, _number, hop));
    }

    private int Mule() => _people[_used++ % _people.Length];

    private double AfterFee(Holding holder) => Math.Max(0.01, Cents(holder.Amount * (1 - SmallestFee - (LargestFee - SmallestFee) * _random.NextDouble())));

    private double Gap() => Hour * _options.GapHours * PortableMath.Exp(GapSpread * _random.NextNormal());

    private static double Cents(double amount) => Math.Floor(amount * 100) / 100; // downwards: no mule sends more than it got

    private sealed class Holding(int account, double amount, double time)
    {
        public int Account { get; } = account;
        public double Amount { get; private set; } = amount;

        /// <summary>When the last of it came.</summary>
        public double Time { get; private set; } = time;

        public void Receive(double more, double when) => (Amount, Time) = (Amount + more, Math.Max(Time, when));
    }
}
