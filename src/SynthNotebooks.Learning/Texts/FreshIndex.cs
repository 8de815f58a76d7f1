using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Gives each row number an index below a capacity: distinct, scattered, and never one that the training rows use.</summary>
/// <remarks>
/// Training indices fall into residue classes; indices are drawn from one class that none of them falls into, so that nothing about the single
/// training values has to be kept. Reveals of the training values only that this class is empty.
/// </remarks>
/// <param name="Capacity">Number of indices in the whole space, at least 1.</param>
/// <param name="Modulus">Number of residue classes.</param>
/// <param name="Residue">The empty class.</param>
public sealed record FreshIndex(ulong Capacity, ulong Modulus, ulong Residue)
{
    /// <summary>Number of fresh indices.</summary>
    public ulong Count => Capacity > Residue ? (Capacity - Residue - 1) / Modulus + 1 : 0;

    /// <summary>Finds the smallest power of two with an empty class.</summary>
    /// <param name="capacity">Number of indices in the space, at least 1.</param>
    /// <param name="used">Indices that must not come out.</param>
    /// <param name="random">Chooses among the empty classes.</param>
    public static FreshIndex Avoiding(ulong capacity, IReadOnlyCollection<ulong> used, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(random);
        for (var modulus = 1UL; modulus <= capacity && modulus <= 1UL << 30; modulus *= 2)
        {
            var taken = new bool[modulus];
            foreach (var index in used) taken[index & (modulus - 1)] = true;
            var free = new List<ulong>();
            for (var residue = 0UL; residue < modulus; residue++)
                if (!taken[residue]) free.Add(residue);
            if (free.Count > 0) return new(capacity, modulus, free[random.NextBelow(free.Count)]);
            if (modulus > 64 * (ulong)used.Count) break;
        }
        return new(capacity, capacity, capacity); // nothing is free
    }

    /// <summary>The index of a row, below <see cref="Capacity"/>; distinct rows below <see cref="Count"/> give distinct indices.</summary>
    /// <param name="row">Below <see cref="Count"/>.</param>
    /// <param name="key">Chooses the scattering.</param>
    public ulong Of(ulong row, ulong key)
    {
        var count = Count;
        var stride = (ulong)(0.6180339887498949 * count) | 1;
        while (GreatestCommonDivisor(stride, count) != 1) stride += 2;
        return (ulong)(((UInt128)row * (stride % count) + key % count) % count) * Modulus + Residue;
    }

    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
