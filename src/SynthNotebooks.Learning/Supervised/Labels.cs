namespace SynthNotebooks.Learning;

/// <summary>What a model learns to predict: a class or a number of each row. Immutable.</summary>
public sealed class Labels
{
    private Labels(int[] classes, double[] numbers, int count) => (Classes, Numbers, ClassCount) = (classes, numbers, count);

    /// <summary>Class of each row, below <see cref="ClassCount"/>; empty for numbers.</summary>
    public int[] Classes { get; }

    /// <summary>Number of each row; empty for classes.</summary>
    public double[] Numbers { get; }

    /// <summary>Number of classes; 0 for numbers.</summary>
    public int ClassCount { get; }

    /// <summary>Whether the labels are classes.</summary>
    public bool AreClasses => ClassCount > 0;

    /// <summary>Number of rows.</summary>
    public int Rows => AreClasses ? Classes.Length : Numbers.Length;

    /// <summary>Classes; not copied.</summary>
    /// <param name="classes">One a row, 0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">Number of classes, at least 2; some may have no row.</param>
    /// <exception cref="ArgumentException">A class is out of range.</exception>
    public static Labels OfClasses(int[] classes, int count)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        for (var row = 0; row < classes.Length; row++)
            if ((uint)classes[row] >= (uint)count) throw new ArgumentException($"The class of row {row} is {classes[row]}; 0 to {count - 1} are known.", nameof(classes));
        return new(classes, [], count);
    }

    /// <summary>Numbers; not copied.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static Labels OfNumbers(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        for (var row = 0; row < numbers.Length; row++)
            if (!double.IsFinite(numbers[row])) throw new ArgumentException($"The label of row {row} is {numbers[row]}; leave rows without a label out.", nameof(numbers));
        return new([], numbers, 0);
    }

    /// <summary>The rows of the given numbers, in their order.</summary>
    public Labels Take(int[] rows) => AreClasses
        ? new(Array.ConvertAll(rows, row => Classes[row]), [], ClassCount)
        : new([], Array.ConvertAll(rows, row => Numbers[row]), 0);

    /// <summary>Rows of each class.</summary>
    public int[] CountClasses()
    {
        var counts = new int[ClassCount];
        foreach (var label in Classes) counts[label]++;
        return counts;
    }

    internal void RequireRowsOf(FeatureTable features)
    {
        if (features.Rows != Rows) throw new ArgumentException($"There are {Rows} labels for {features.Rows} rows.", nameof(features));
        if (Rows == 0) throw new ArgumentException("A model needs at least one row to learn from.", nameof(features));
    }
}
