using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>A made-up table of hospital stays in which every kind of constraint holds, with missing cells.</summary>
internal static class ConstrainedTable
{
    public const string Constraints = """
        age between 18 and 95; not null sex; unique stay; admitted <= discharged; discharged <= billed; first < last; low < high
        combination(city, state); zone -> rate; grade -> fee; total = room + drugs + other; amount = price * quantity; share > 0
        smoker = 'yes' or packs = 0; not (sex = 'm' and ward = 'maternity')
        """;

    private static readonly string[] Cities = ["Aachen", "Bonn", "Celle", "Dessau", "Aachen"], States = ["West", "West", "North", "East", "East"];
    private static readonly string[] Wards = ["surgery", "maternity", "intensive"];

    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Same seed, same table.</param>
    /// <param name="broken">Every 50th row breaks some of the constraints.</param>
    public static DataFrame Of(int rows, ulong seed, bool broken = false)
    {
        var random = new SplitRandom(seed);
        var (stays, ages, sexes, cities, states, zones, smokers, wards) = (new string[rows], new long[rows], new string?[rows], new string?[rows], new string?[rows], new string[rows], new string[rows], new string[rows]);
        var (admitted, discharged, billed, first, last) = (new int[rows], new int[rows], new long[rows], new long[rows], new long[rows]);
        var (low, high, room, drugs, other, total) = (new double[rows], new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        var (price, quantity, amount, rate, share, grade, fee, packs) = (new double[rows], new long[rows], new double[rows], new double[rows], new double[rows], new long[rows], new string[rows], new long[rows]);
        var (noDischarge, noAdmission, noQuantity) = (new bool[rows], new bool[rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            var bad = broken && i % 50 == 7;
            var z = random.NextNormal();
            stays[i] = FormattableString.Invariant($"S{random.NextBelow(10)}{i:D6}");
            ages[i] = bad ? 200 : Math.Clamp((long)(50 + 15 * z), 18, 95);
            sexes[i] = bad ? null : random.NextBelow(2) == 0 ? "f" : "m";
            var place = random.NextBelow(Cities.Length);
            (cities[i], states[i]) = random.NextBelow(20) == 0 ? (null, null) : (Cities[place], States[place]);
            zones[i] = "zone " + (char)('A' + random.NextBelow(4));
            rate[i] = bad ? 9.5 : zones[i][^1] switch { 'A' => 0.1, 'B' => 0.25, 'C' => 0.1, _ => 0.5 };
            grade[i] = random.NextBelow(60);
            fee[i] = grade[i] < 20 ? "low" : grade[i] < 45 ? "middle" : "high";
            smokers[i] = random.NextDouble() < 0.3 ? "yes" : "no";
            packs[i] = smokers[i] == "yes" ? 1 + random.NextBelow(40) : 0;
            wards[i] = sexes[i] == "m" && !bad ? Wards[2 * random.NextBelow(2)] : Wards[random.NextBelow(3)];
            admitted[i] = 738_000 + random.NextBelow(700);
            discharged[i] = bad ? admitted[i] - 3 : admitted[i] + Math.Min(60, (int)PortableMath.Exp(1 + z));
            billed[i] = (discharged[i] * 1440L + random.NextBelow(40 * 1440)) * TimeSpan.TicksPerMinute;
            first[i] = random.NextBelow(100);
            last[i] = first[i] + 1 + random.NextBelow(50);
            low[i] = Math.Round(60 + 8 * z, 1);
            high[i] = Math.Round(low[i] + 0.1 + 30 * random.NextDouble(), 1);
            (room[i], drugs[i], other[i]) = (Math.Round(100 * random.NextDouble(), 2), Math.Round(40 * random.NextDouble(), 2), random.NextBelow(3) * 0.1);
            total[i] = (double)((decimal)room[i] + (decimal)drugs[i] + (decimal)other[i]);
            (price[i], quantity[i]) = (Math.Round(1 + 20 * random.NextDouble(), 2), 1 + random.NextBelow(9));
            amount[i] = (double)((decimal)price[i] * quantity[i]);
            share[i] = random.NextDouble() + 1e-9;
            (noDischarge[i], noAdmission[i], noQuantity[i]) = (random.NextBelow(10) == 0, random.NextBelow(25) == 0, random.NextBelow(15) == 0);
            if (random.NextBelow(12) == 0) high[i] = double.NaN;
        }
        return new DataFrame(
            TextColumn.Of("stay", stays), new Int64Column("age", ages), TextColumn.Of("sex", sexes), TextColumn.Of("city", cities), TextColumn.Of("state", states),
            new DateColumn("admitted", admitted, NullMask.Of(noAdmission), new ColumnFormat(Pattern: "dd.MM.yyyy")), new DateColumn("discharged", discharged, NullMask.Of(noDischarge)), new TimestampColumn("billed", billed),
            new Int64Column("first", first), new Int64Column("last", last), new DoubleColumn("low", low, new ColumnFormat(1)), new DoubleColumn("high", high, new ColumnFormat(1)),
            new DoubleColumn("room", room, new ColumnFormat(2)), new DoubleColumn("drugs", drugs, new ColumnFormat(2)), new DoubleColumn("other", other, new ColumnFormat(1)), new DoubleColumn("total", total, new ColumnFormat(2)),
            new DoubleColumn("price", price, new ColumnFormat(2)), new Int64Column("quantity", quantity, NullMask.Of(noQuantity)), new DoubleColumn("amount", amount, new ColumnFormat(2)),
            TextColumn.Of("zone", zones), new DoubleColumn("rate", rate), new Int64Column("grade", grade), TextColumn.Of("fee", fee), new DoubleColumn("share", share),
            TextColumn.Of("smoker", smokers), new Int64Column("packs", packs), TextColumn.Of("ward", wards));
    }
}
