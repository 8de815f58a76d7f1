namespace SynthNotebooks.Learning;

/// <summary>What a tree tells apart: a class of each row.</summary>
/// <param name="Classes">Class of each row, below <paramref name="Count"/>.</param>
/// <param name="Count">Number of classes, 1 to 256.</param>
public sealed record TreeTarget(byte[] Classes, int Count)
{
    /// <summary>
    /// A number for each class, when classes are ordered or stand for numbers; null (default) when they are names. With scores, splits are judged by the
    /// variance of scores and by the classes' Gini impurity together, each as a share of what the root has.
    /// </summary>
    public double[]? Scores { get; init; }

    /// <summary>Whether the Gini impurity of classes counts; default true. Without it scores are needed, and only their variance counts.</summary>
    public bool UsesGini { get; init; } = true;

    /// <summary>What a row of each class adds to a leaf's size, at least 0; null (default) for one each.</summary>
    public double[]? Sizes { get; init; }
}
