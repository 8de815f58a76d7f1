namespace SynthNotebooks.Evaluation.Reading;

/// <summary>What the correlation of a complete column with any other complete column needs of it alone.</summary>
/// <param name="Mean">Of its numbers.</param>
/// <param name="Squares">Σ (number − mean)², in the order of the rows.</param>
/// <param name="Varies">Whether two of its numbers differ.</param>
internal sealed record CompleteMoments(double Mean, double Squares, bool Varies)
{
    /// <param name="numbers">Without NaN. Two passes, O(n).</param>
    public static CompleteMoments Of(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        var varies = false;
        foreach (var number in numbers)
        {
            varies |= number != numbers[0];
            sum += number;
        }
        var mean = sum / numbers.Length;
        var squares = 0.0;
        foreach (var number in numbers) squares += (number - mean) * (number - mean);
        return new(mean, squares, varies);
    }
}
