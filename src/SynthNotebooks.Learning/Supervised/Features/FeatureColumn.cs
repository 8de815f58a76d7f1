namespace SynthNotebooks.Learning;

/// <summary>One column that models learn from: numbers, or codes of categories. Immutable.</summary>
public sealed class FeatureColumn
{
    private FeatureColumn(string name, double[] numbers, int[] codes, int levels) => (Name, Numbers, Codes, Levels) = (name, numbers, codes, levels);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>One number a row, NaN where missing; empty for categories.</summary>
    public double[] Numbers { get; }

    /// <summary>One code a row, 0 to <see cref="Levels"/> − 1, −1 where missing; empty for numbers.</summary>
    public int[] Codes { get; }

    /// <summary>Number of codes there are, whether or not a row has them; 0 for numbers.</summary>
    public int Levels { get; }

    /// <summary>Whether the column holds categories.</summary>
    public bool IsCategory => Levels > 0;

    /// <summary>Number of rows.</summary>
    public int Rows => IsCategory ? Codes.Length : Numbers.Length;

    /// <summary>A column of numbers.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="numbers">One a row; NaN and infinities count as missing. Not copied when all are finite or NaN.</param>
    public static FeatureColumn OfNumbers(string name, double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (Array.Exists(numbers, double.IsInfinity)) numbers = Array.ConvertAll(numbers, number => double.IsInfinity(number) ? double.NaN : number);
        return new(name, numbers, [], 0);
    }

    /// <summary>A column of categories.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="codes">One a row, −1 where missing; not copied.</param>
    /// <param name="levels">Number of codes, at least 1.</param>
    /// <exception cref="ArgumentException">A code is not below the number of levels.</exception>
    public static FeatureColumn OfCategories(string name, int[] codes, int levels)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        foreach (var code in codes)
            if (code < -1 || code >= levels) throw new ArgumentException($"Column '{name}': code {code} is not in -1 to {levels - 1}.", nameof(codes));
        return new(name, [], codes, levels);
    }

    /// <summary>The rows of the given numbers, in their order.</summary>
    public FeatureColumn Take(ReadOnlySpan<int> rows) => IsCategory ? new(Name, [], Gather(Codes, rows), Levels) : new(Name, Gather(Numbers, rows), [], 0);

    private static T[] Gather<T>(T[] source, ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < taken.Length; i++) taken[i] = source[rows[i]];
        return taken;
    }
}
