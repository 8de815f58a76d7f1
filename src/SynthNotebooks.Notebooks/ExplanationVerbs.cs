using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Explanations;
using SynthNotebooks.Evaluation.Games;

namespace SynthNotebooks.Notebooks;

/// <summary>Looking at single synthetic rows, for C# code.</summary>
public static class ExplanationVerbs
{
    /// <summary>Why a row is in a synthetic table; displayable.</summary>
    /// <param name="synthetic">The table.</param>
    /// <param name="row">The row's number, from 0.</param>
    /// <param name="train">The table that the generator learnt.</param>
    /// <param name="holdout">Real rows that it never saw; without them attacks cannot be judged.</param>
    /// <param name="options">Null for the defaults, which keep real rows hidden.</param>
    /// <exception cref="EvaluationException">There is no such row, or the tables cannot be compared.</exception>
    public static RowExplanation Explain(this DataFrame synthetic, int row, DataFrame train, DataFrame? holdout = null, ExplanationOptions? options = null) =>
        RowExplanation.Of(synthetic, row, train, holdout, options);

    /// <summary>A game of fake or real; displayable. It shows real records.</summary>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="train">The real table.</param>
    /// <param name="rows">Rows shown, 2 to 100.</param>
    /// <param name="seed">The same seed gives the same game.</param>
    /// <exception cref="EvaluationException">The number of rows is not legal, or a table is too small.</exception>
    public static GuessingGame Game(this DataFrame synthetic, DataFrame train, int rows = 10, ulong seed = 0) => GuessingGame.Of(synthetic, train, rows, seed);
}
