using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What every class of rows with equal quasi-identifiers must meet.</summary>
public interface IPrivacyModel
{
    /// <summary>The model in words, e.g. <c>5-anonymity</c>.</summary>
    string Name { get; }

    /// <summary>Whether a class that meets it still does after any rows join; else only when the joining class meets it too.</summary>
    bool SurvivesAnyMerge { get; }

    /// <summary>Makes the test for a table.</summary>
    /// <exception cref="AnonymityException">The table lacks what the model needs.</exception>
    IClassTest Bind(DataFrame table);
}

/// <summary>A privacy model's test on one table; not thread-safe.</summary>
public interface IClassTest
{
    /// <summary>Whether a class meets the model.</summary>
    /// <param name="rows">Row numbers of the class; none only for a model that judges absence.</param>
    /// <param name="population">How many rows of the population are in the class; those of the table itself without a population.</param>
    bool Holds(ReadOnlySpan<int> rows, int population);
}
