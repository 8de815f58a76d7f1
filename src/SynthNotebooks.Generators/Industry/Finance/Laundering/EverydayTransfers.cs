using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Cards;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>Honest transfers of a community: salaries, rents, invoices, money among friends, the takings of shops.</summary>
/// <remarks>Shops pay cash in week by week, often, and sometimes much: deposits just below the threshold are not proof of anything.</remarks>
internal sealed class EverydayTransfers(TransferNetworkOptions options, int businesses, ProcessRun run, List<Transfer> into)
{
    private const double Day = 86_400, Hour = 3600;
    private const double FriendMedian = 35, FriendSpread = 0.9, InvoicesPerDay = 0.04, InvoiceMedian = 180, InvoiceSpread = 1.1, WiresPerDay = 0.002;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public void Plan()
    {
        var random = run.Random.Split("everyday");
        for (var account = 1; account <= options.Accounts; account++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (account <= businesses) Business(account, random.Split((ulong)account));
            else Person(account, random.Split((ulong)account));
        }
    }

    private void Person(int account, SplitRandom random)
    {
        var (employer, landlord) = (1 + random.NextBelow(businesses), 1 + random.NextBelow(businesses));
        var salary = Cents(1900 * PortableMath.Exp(0.45 * random.NextNormal()));
        var rent = Cents(salary * (0.2 + 0.2 * random.NextDouble()));
        var friends = Friends(account, random);
        foreach (var (midnight, date) in Days())
        {
            if (date.Day == SpendingCalendar.Payday) Add(midnight + 6 * Hour, employer, account, salary, TransferKind.Salary);
            if (date.Day == 1) Add(midnight + 7 * Hour, account, landlord, rent, TransferKind.Rent);
            var factor = SpendingCalendar.Factor(date);
            for (var n = PoissonCount.Draw(options.PerDay * factor, random); n > 0; n--)
                Add(AwakeAt(midnight, random), account, friends[random.NextBelow(friends.Length)], Lognormal(FriendMedian, FriendSpread, random), TransferKind.Transfer);
            for (var n = PoissonCount.Draw(InvoicesPerDay * factor, random); n > 0; n--)
                Add(AwakeAt(midnight, random), account, 1 + random.NextBelow(businesses), Lognormal(InvoiceMedian, InvoiceSpread, random), TransferKind.Invoice);
            if (random.NextDouble() < WiresPerDay) Add(AwakeAt(midnight, random), account, 0, Lognormal(400, 0.8, random), TransferKind.WireAbroad);
            if (random.NextDouble() < 0.02) Add(AwakeAt(midnight, random), account, 0, 10 * Math.Max(1, Math.Round(Lognormal(80, 0.5, random) / 10)), TransferKind.CashWithdrawal);
        }
    }

    private void Business(int account, SplitRandom random)
    {
        var takesCash = random.NextDouble() < 0.5;
        var takings = 3000 * PortableMath.Exp(0.8 * random.NextNormal());
        foreach (var (midnight, date) in Days())
        {
            if (takesCash && date.DayOfWeek is (DayOfWeek.Monday or DayOfWeek.Thursday))
                Add(midnight + Hour * (9 + 4 * random.NextDouble()), 0, account, Lognormal(takings, 0.35, random), TransferKind.CashDeposit);
            for (var n = PoissonCount.Draw(4 * InvoicesPerDay, random); n > 0 && businesses > 1; n--)
                Add(midnight + Hour * (8 + 9 * random.NextDouble()), account, Other(account, random), Lognormal(900, InvoiceSpread, random), TransferKind.Invoice);
        }
    }

    // Mostly neighbours in the numbering, now and then anybody: a small world (Watts, Strogatz, Nature 393, 1998, doi:10.1038/30918).
    private int[] Friends(int account, SplitRandom random)
    {
        var people = options.Accounts - businesses;
        var friends = new int[options.Friends];
        for (var i = 0; i < friends.Length; i++)
        {
            var step = 1 + i / 2;
            var at = account - businesses - 1 + (random.NextDouble() < 0.15 ? 1 + random.NextBelow(people - 1) : i % 2 == 0 ? step : people - step);
            friends[i] = businesses + 1 + at % people;
        }
        return friends;
    }

    private int Other(int business, SplitRandom random)
    {
        var other = 1 + random.NextBelow(businesses - 1);
        return other < business ? other : other + 1;
    }

    private IEnumerable<(double Midnight, DateOnly Date)> Days()
    {
        for (var day = (int)Math.Floor(run.Start / Day); day * Day < run.End; day++) yield return (day * Day, DateOnly.FromDayNumber(Epoch + day));
    }

    private static double AwakeAt(double midnight, SplitRandom random) => midnight + Hour * (7 + 16 * random.NextDouble());

    private static double Lognormal(double median, double spread, SplitRandom random) => Math.Max(1, Cents(median * PortableMath.Exp(spread * random.NextNormal())));

    private static double Cents(double amount) => Math.Round(amount * 100) / 100;

    private void Add(double time, int from, int to, double amount, TransferKind kind) => into.Add(new(time, from, to, amount, kind));
}
