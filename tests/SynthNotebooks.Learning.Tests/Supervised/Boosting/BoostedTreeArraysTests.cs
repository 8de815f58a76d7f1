namespace SynthNotebooks.Learning.Tests.Supervised.Boosting;

public class BoostedTreeArraysTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_model_put_together_again_predicts_the_same(int classes)
    {
        var features = LabelledTables.Features(1, 800);
        var model = (BoostedTrees)new HistogramBoosting(new(Rounds: 8)).Train(features, classes == 0 ? LabelledTables.Numbers(features) : LabelledTables.Classes(features, classes), new());

        var again = BoostedTrees.FromArrays(model.ToArrays());

        var other = LabelledTables.Features(2, 500);
        Assert.Equal(model.Predict(other, new()), again.Predict(other, new()));
        Assert.Equal(model.Rounds, again.Rounds);
        for (var i = 0; i < 4; i++) Assert.Equal(model.Importances[i], again.Importances[i], 1e-12);
    }

    [Fact]
    public void Arrays_that_do_not_fit_together_are_refused()
    {
        var features = LabelledTables.Features(1, 800);
        var sound = ((BoostedTrees)new HistogramBoosting(new(Rounds: 3)).Train(features, LabelledTables.Classes(features, 2), new())).ToArrays();
        BoostedTreeArrays[] damaged =
        [
            sound with { Levels = [0] },
            sound with { Classes = 3 },
            sound with { Classes = 1 },
            sound with { Start = [double.NaN] },
            sound with { Bins = [.. sound.Bins.Select(_ => 300)] },
            sound with { Cuts = [.. sound.Cuts.Select(cuts => cuts.Reverse().ToArray())] },
            sound with { Names = ["x"], Levels = [0], Bins = sound.Bins[..1], Cuts = [sound.Cuts[0]], StatesOfCodes = [[]], Importances = [1] },
            sound with { Trees = [.. sound.Trees.Select(tree => (tree.Tree, tree.Values[1..]))] },
        ];

        Assert.All(damaged, arrays => Assert.Throws<ArgumentException>(() => BoostedTrees.FromArrays(arrays)));
    }
}
