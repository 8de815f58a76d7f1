using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>A made-up table with every kind of column, missing cells, identifiers, prose, spikes and rare categories.</summary>
internal static class MixedTable
{
    private static readonly string[] Cities = ["Aachen", "Bonn", "Celle", "Dessau", "Emden"];
    private static readonly string[] Words = ["patient", "shows", "mild", "fever", "and", "cough", "since", "monday", "no", "pain"];

    public static DataFrame Of(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (ids, numbers, cities, prose) = (new string[rows], new long[rows], new string?[rows], new string[rows]);
        var (ages, gains, amounts, readings) = (new long[rows], new long[rows], new double[rows], new double[rows]);
        var (flags, days, times) = (new bool[rows], new int[rows], new long[rows]);
        var (noAge, noDay) = (new bool[rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            var z = random.NextNormal();
            ids[i] = FormattableString.Invariant($"{random.NextBelow(10_000):D4}-{Letter()}{Letter()}{Letter()}");
            numbers[i] = 5000 + i;
            cities[i] = i < 8 ? FormattableString.Invariant($"Rare{i / 2}") : random.NextDouble() < 0.1 ? null : Cities[Math.Clamp((int)(z + 2.5), 0, 4)];
            prose[i] = string.Join(' ', Enumerable.Range(0, 3 + random.NextBelow(5)).Select(_ => Words[random.NextBelow(Words.Length)]));
            ages[i] = Math.Clamp((long)(40 + 12 * z + 5 * random.NextNormal()), 17, 90);
            gains[i] = random.NextDouble() < 0.9 ? 0 : 100 * (1 + random.NextBelow(200));
            amounts[i] = Math.Round(1000 + 300 * z + 100 * random.NextNormal(), 2);
            readings[i] = i % 20 == 0 ? double.NaN : PortableMath.Exp(z + random.NextNormal());
            flags[i] = z + random.NextNormal() > 0.5;
            days[i] = 730_000 + (int)(300 * random.NextDouble());
            times[i] = (730_000L * 24 * 60 + random.NextBelow(500_000)) * TimeSpan.TicksPerMinute;
            noAge[i] = noDay[i] = z > 1 && random.NextDouble() < 0.5; // missing together, and more often where z is large
        }
        return new DataFrame(
            TextColumn.Of("patient_id", ids), new Int64Column("row_id", numbers), TextColumn.Of("city", cities), TextColumn.Of("note", prose),
            new Int64Column("age", ages, NullMask.Of(noAge)), new Int64Column("gain", gains), new DoubleColumn("amount", amounts, new ColumnFormat(2)),
            new DoubleColumn("reading", readings), new BooleanColumn("member", flags, null, new ColumnFormat(TrueText: "yes", FalseText: "no")),
            new DateColumn("visit", days, NullMask.Of(noDay), new ColumnFormat(Pattern: "dd.MM.yyyy")), new TimestampColumn("logged", times));

        char Letter() => (char)('A' + random.NextBelow(26));
    }
}
