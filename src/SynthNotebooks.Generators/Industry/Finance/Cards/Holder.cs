using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>Everyday payments of one holder: category by lifestyle, sums by income, hours, places, journeys.</summary>
internal sealed class Holder
{
    public const double SpentShare = 0.55; // of the income goes through the card
    public const double ContactlessLimit = 50;
    private const double Day = 86_400, Hour = 3600, NearHome = 4; // km, median
    private const double ReferenceYear = 365.25;

    private static readonly int Cash = MerchantCategory.Of(MerchantCategory.Cash);
    private static readonly double[][] CategorySums =
        [.. Enum.GetValues<Lifestyle>().Select(lifestyle => WeightedChoice.Sums(MerchantCategory.All.Select(category => category.Weights[(int)lifestyle])))];
    private static readonly double[] LogMedians = [.. MerchantCategory.All.Select(category => PortableMath.Log(category.Median))];

    private const double RegularShare = 0.75; // of payments at home and online go to the merchants the holder knows
    private const int Regulars = 3;           // in each category

    private readonly CardSpendingOptions _options;
    private readonly Merchants _merchants;
    private readonly int[] _regulars;
    private readonly SplitRandom _random;
    private readonly double[] _categories;
    private readonly double _logScale;
    private const double Renewals = 0.5;        // new devices a year
    private const double BorrowedShare = 0.02;  // of online payments, from a device that is not the holder's
    private const double ForeignShare = 0.04;   // of online payments that seem to come from abroad: roaming, a proxy
    private const double MistypedShare = 0.015; // of payments that are refused as the code is wrong

    private readonly List<(double Start, double End, int Country, double Distance)> _trips = [];
    private readonly List<(double Time, int Device)> _devices = []; // new main devices in the order of time

    public Holder(CardSpendingOptions options, double start, double end, SplitRandom random)
    {
        (_options, _random, _merchants) = (options, random, Merchants.Of(options.Merchants));
        _regulars = new int[Regulars * MerchantCategory.All.Length];
        for (var i = 0; i < _regulars.Length; i++) _regulars[i] = _merchants.Draw(i / Regulars, random);
        _categories = CategorySums[(int)options.Lifestyle];
        _logScale = PortableMath.Log(Scale(options));
        var trips = PoissonCount.Draw(Math.Min(100, options.Trips * (end - start) / (ReferenceYear * Day)), random);
        for (var i = 0; i < trips; i++)
        {
            var from = start + (end - start) * random.NextDouble();
            _trips.Add((from, from + Day * (2 + 12 * random.NextDouble()), Stranger.Country(random), 300 * PortableMath.Exp(3 * random.NextDouble())));
        }
        for (var renewals = PoissonCount.Draw(Math.Min(100, Renewals * (end - start) / (ReferenceYear * Day)), random); renewals > 0; renewals--)
            _devices.Add((start + (end - start) * random.NextDouble(), Stranger.Device(random)));
        _devices.Sort((a, b) => a.Time.CompareTo(b.Time));
    }

    /// <summary>Factor on the categories' medians such that the share of the income that goes through the card is as stated.</summary>
    public static double Scale(CardSpendingOptions options)
    {
        double sum = 0, weights = 0;
        foreach (var category in MerchantCategory.All)
        {
            var weight = category.Weights[(int)options.Lifestyle];
            sum += weight * category.Median * PortableMath.Exp(category.Spread * category.Spread / 2);
            weights += weight;
        }
        return SpentShare * options.Income / (ReferenceYear * options.PerDay * sum / weights);
    }

    /// <summary>Adds a payment somewhere within the day.</summary>
    /// <param name="midnight">At which the day begins, in seconds since 1970-01-01.</param>
    public Payment Next(double midnight)
    {
        var category = WeightedChoice.OfSums(_categories, _random);
        var kind = MerchantCategory.All[category];
        var online = _random.NextDouble() < kind.Online;
        var time = midnight + Hour * (WeightedChoice.OfSums(SpendingCalendar.Hours(_options.Lifestyle, online), _random) + _random.NextDouble());
        var amount = PortableMath.Exp(LogMedians[category] + _logScale + kind.Spread * _random.NextNormal());
        if (category == Cash) amount = Math.Max(10, 10 * Math.Round(amount / 10));
        var payment = new Payment { Time = time, Amount = amount, Category = category, Device = double.NaN, Distance = double.NaN };
        payment.IsRefused = _random.NextDouble() < MistypedShare;
        payment.Merchant = _random.NextDouble() < RegularShare ? _regulars[Regulars * category + _random.NextBelow(Regulars)] : _merchants.Draw(category, _random);
        if (online)
        {
            (payment.Channel, payment.Device) = (Channel.Online, Device(time));
            payment.Country = Stranger.Country(1 - ForeignShare, _random);
            return payment;
        }
        payment.Channel = category == Cash ? Channel.Atm : amount < ContactlessLimit && _random.NextDouble() < 0.8 ? Channel.Contactless : Channel.Chip;
        var near = PortableMath.Exp(_random.NextNormal());
        payment.Distance = NearHome * near;
        foreach (var trip in _trips)
            if (time >= trip.Start && time < trip.End) (payment.Country, payment.Distance) = (trip.Country, trip.Distance + near);
        return payment;
    }

    private int Device(double time)
    {
        var which = _random.NextDouble();
        if (which < BorrowedShare) return Stranger.Device(_random);
        if (which < 0.15) return 2;
        var main = 1;
        foreach (var (from, device) in _devices)
            if (time >= from) main = device;
        return main;
    }
}
