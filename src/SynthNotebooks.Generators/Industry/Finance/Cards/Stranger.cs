using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>Countries, and what the bank sees of people who are not the holder.</summary>
internal static class Stranger
{
    public const int Home = 0;
    private const int FirstDevice = 100_000, Devices = 900_000;

    /// <summary>Codes that ISO 3166-1 leaves to users, so that no country is meant; the first is home.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH"];

    /// <summary>A device that was not seen before: the first ones of a holder are 1 and 2.</summary>
    public static int Device(SplitRandom random) => FirstDevice + random.NextBelow(Devices);

    /// <summary>Home with a chance, else another country.</summary>
    public static int Country(double homeShare, SplitRandom random) => random.NextDouble() < homeShare ? Home : Country(random);

    /// <summary>A country that is not home.</summary>
    public static int Country(SplitRandom random) => 1 + random.NextBelow(Countries.Count - 1);
}
