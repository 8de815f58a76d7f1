using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>One account through a period: everyday payments, salaries and episodes of fraud in the order of time, against the money there is.</summary>
internal sealed class CardAccount
{
    public const double ThinShare = 0.3;     // payments of a made-up person relative to a real one
    public const double SynthesisedCredit = 8; // credit line that such a person has earned, times the credit asked for
    private const double Day = 86_400, Year = 365.25 * Day;
    private const double RentShare = 1 - Holder.SpentShare - 0.05; // what does not go through the card, but for some savings
    private const double MostMonths = 4; // money beyond that many salaries moves to savings on payday

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly CardSpendingOptions _options;
    private readonly ProcessRun _run;
    private readonly IProcessRows _rows;
    private readonly List<Payment> _planned = [], _today = [];
    private readonly double _end;
    private readonly double _salary, _credit;
    private double _balance;

    public CardAccount(CardSpendingOptions options, ProcessRun run, IProcessRows rows)
    {
        (_options, _run, _rows, _end) = (options, run, rows, run.End);
        (_salary, _balance, _credit) = (options.Income / 12, options.Balance, options.Identity == Identity.Synthetic ? SynthesisedCredit * options.Credit : options.Credit);
        Salaries();
        var frauds = run.Random.Split("fraud");
        var merchants = Merchants.Of(options.Merchants);
        Episodes(new CardTesting(merchants), options.CardTesting, frauds.Split(1));
        Episodes(new AccountTakeover(merchants), options.Takeover, frauds.Split(2));
        if (options.Identity == Identity.Synthetic)
        {
            var random = frauds.Split(3);
            var start = run.Start + (run.End - run.Start) * (0.3 + 0.6 * random.NextDouble());
            new BustOut(merchants).Plan(start, random, _planned);
            _end = Math.Min(run.End, start); // no everyday payments from then on
        }
        _planned.Sort((a, b) => a.Time.CompareTo(b.Time));
    }

    public void Live()
    {
        var (holder, random) = (new Holder(_options, _run.Start, _run.End, _run.Random.Split("holder")), _run.Random.Split("days"));
        var (perDay, planned) = (_options.PerDay * (_options.Identity == Identity.Synthetic ? ThinShare : 1), 0);
        for (var day = (int)Math.Floor(_run.Start / Day); day * Day < _run.End; day++)
        {
            _run.Cancellation.ThrowIfCancellationRequested();
            for (var left = PoissonCount.Draw(perDay * SpendingCalendar.Factor(DateOnly.FromDayNumber(Epoch + day)), random); left > 0; left--)
            {
                var payment = holder.Next(day * Day);
                Keep(payment);
                if (random.NextDouble() >= _options.Sprees) continue;
                for (var more = 1 + random.NextBelow(4); more > 0; more--)
                    Keep(holder.Next(day * Day) with { Time = Math.Min(payment.Time + 3600 * random.NextDouble(), (day + 1) * Day - 1) });
            }
            for (; planned < _planned.Count && _planned[planned].Time < (day + 1) * Day; planned++) _today.Add(_planned[planned]);
            InOrder(_today);
            foreach (var next in _today) Book(next);
            _today.Clear();
        }
    }

    private void Keep(in Payment payment)
    {
        if (payment.Time >= _run.Start && payment.Time < _end) _today.Add(payment);
    }

    private void Book(in Payment payment)
    {
        if (Math.Floor(payment.Time) < _run.Start || payment.Time >= _run.End) return;
        if (payment.IsIncome)
        {
            _balance = Math.Min(_balance + _salary * (1 - RentShare), MostMonths * _salary);
            return;
        }
        var funds = Math.Max(0, _balance + _credit);
        var amount = Math.Max(0.5, payment.ShareOfFunds > 0 ? payment.ShareOfFunds * funds : payment.Amount);
        amount = Math.Round(amount * 100) / 100;
        var approved = !payment.IsRefused && amount <= funds;
        if (approved) _balance = Math.Round((_balance - amount) * 100) / 100;
        _rows.Add(Math.Floor(payment.Time), payment.Merchant, payment.Category, amount, (int)payment.Channel, payment.Country, payment.Distance, payment.Device, approved ? 1 : 0, _balance,
            payment.Fraud == FraudType.None ? 0 : 1, (int)payment.Fraud);
    }

    private void Salaries()
    {
        var date = DateTime.UnixEpoch.AddSeconds(_run.Start);
        for (var month = new DateTime(date.Year, date.Month, SpendingCalendar.Payday, 6, 0, 0, DateTimeKind.Utc); ; month = month.AddMonths(1))
        {
            var time = (month - DateTime.UnixEpoch).TotalSeconds;
            if (time >= _run.End) return;
            _planned.Add(new() { Time = time, IsIncome = true });
        }
    }

    private void Episodes(IFraudTypology typology, double perYear, SplitRandom random)
    {
        for (var number = PoissonCount.Draw(Math.Min(100, perYear * (_run.End - _run.Start) / Year), random); number > 0; number--)
            typology.Plan(_run.Start + (_run.End - _run.Start) * random.NextDouble(), random.Split((ulong)number), _planned);
    }

    // By insertion: a day has few payments.
    private static void InOrder(List<Payment> payments)
    {
        for (var i = 1; i < payments.Count; i++)
        {
            var payment = payments[i];
            var at = i;
            for (; at > 0 && payments[at - 1].Time > payment.Time; at--) payments[at] = payments[at - 1];
            payments[at] = payment;
        }
    }
}
