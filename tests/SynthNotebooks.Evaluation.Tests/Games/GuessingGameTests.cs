using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Games;

namespace SynthNotebooks.Evaluation.Tests.Games;

public class GuessingGameTests
{
    [Fact]
    public void Rows_are_half_real_and_come_from_the_table_that_the_answer_tells()
    {
        var game = GuessingGame.Of(Table(1, 300, 100), Table(2, 300, 0), rows: 11, seed: 5);

        Assert.Equal(5, game.IsReal.Count(real => real));
        for (var row = 0; row < 11; row++) Assert.Equal(game.IsReal[row], game.Rows.Columns["x"].ToNumbers()[row] < 50);
    }

    [Fact]
    public void A_detector_finds_what_is_plain()
    {
        var game = GuessingGame.Of(Table(1, 300, 100), Table(2, 300, 0), rows: 20);

        Assert.Equal(20, game.DetectorRight);
        Assert.Equal(290, game.Learnt);
    }

    [Fact]
    public void Same_seed_same_game_at_any_number_of_threads_and_another_seed_another()
    {
        DataFrame synthetic = Table(1, 200, 0.5), train = Table(2, 200, 0);
        GuessingGame one = GuessingGame.Of(synthetic, train, seed: 1, threads: 1), same = GuessingGame.Of(synthetic, train, seed: 1, threads: 3), other = GuessingGame.Of(synthetic, train, seed: 2);

        Assert.Equal(one.Detector, same.Detector);
        Assert.Equal(one.Rows.Columns["x"].ToNumbers(), same.Rows.Columns["x"].ToNumbers());
        Assert.NotEqual(one.Rows.Columns["x"].ToNumbers(), other.Rows.Columns["x"].ToNumbers());
    }

    [Theory, InlineData(1, "2 to 100"), InlineData(101, "2 to 100"), InlineData(100, "60 are needed")]
    public void What_cannot_be_played_is_an_error_with_its_reason(int rows, string reason) =>
        Assert.Contains(reason, Assert.Throws<EvaluationException>(() => GuessingGame.Of(Table(1, 40, 0), Table(2, 40, 0), rows)).Message, StringComparison.Ordinal);

    private static DataFrame Table(ulong seed, int rows, double shift)
    {
        var random = new SplitRandom(seed);
        return new([
            new DoubleColumn("x", Enumerable.Range(0, rows).Select(_ => random.NextNormal() + shift).ToArray()),
            TextColumn.Of("c", Enumerable.Range(0, rows).Select(_ => random.NextBelow(2) == 0 ? "a" : "b")),
        ]);
    }
}
