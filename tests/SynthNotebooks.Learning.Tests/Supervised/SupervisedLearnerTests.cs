namespace SynthNotebooks.Learning.Tests.Supervised;

/// <summary>What holds for every learner; a new one is added to the list.</summary>
public class SupervisedLearnerTests
{
    private static readonly Dictionary<string, Func<ISupervisedLearner>> Learners = new()
    {
        ["linear"] = () => new LinearLearner(),
        ["tree"] = () => new DecisionTree(),
        ["forest"] = () => new RandomForest(new(Trees: 20)),
        ["neighbours"] = () => new NeighbourLearner(),
        ["boosting"] = () => new HistogramBoosting(new(Rounds: 30)),
        ["boosting that stops early"] = () => new HistogramBoosting(new(Rounds: 60, Patience: 3)),
    };

    public static TheoryData<string> Names => [.. Learners.Keys];

    public static TheoryData<string, int> Tasks
    {
        get
        {
            var tasks = new TheoryData<string, int>();
            foreach (var name in Learners.Keys)
                foreach (var classes in new[] { 0, 2, 3 }) tasks.Add(name, classes);
            return tasks;
        }
    }

    [Theory, MemberData(nameof(Tasks))]
    public void The_same_seed_predicts_the_same_at_any_number_of_threads(string name, int classes)
    {
        var (features, labels) = Table(1, 3000, classes);

        var one = Predict(threads: 1);

        Assert.Equal(one, Predict(threads: 3));
        Assert.All(one, number => Assert.True(double.IsFinite(number)));

        double[] Predict(int threads)
        {
            var context = new TrainingContext { Seed = 5, Threads = threads };
            return Learners[name]().Train(features, labels, context).Predict(features, context);
        }
    }

    [Theory, MemberData(nameof(Tasks))]
    public void Fresh_rows_are_predicted_better_than_by_chance(string name, int classes)
    {
        var (features, labels) = Table(1, 2000, classes);
        var (fresh, truth) = Table(2, 1000, classes);

        var predicted = Learners[name]().Train(features, labels, new()).Predict(fresh, new());

        var score = classes == 0 ? PredictionScores.RSquared(predicted, truth.Numbers) : PredictionScores.MeanAuc(predicted, truth);
        Assert.True(score > (classes == 0 ? 0.2 : 0.65), $"{score}");
        for (var row = 0; classes > 0 && row < fresh.Rows; row++) Assert.Equal(1, predicted.AsSpan(row * classes, classes).ToArray().Sum(), 1e-9);
    }

    [Theory, MemberData(nameof(Names))]
    public void One_class_in_training_is_predicted_for_every_row(string name)
    {
        var (features, _) = Table(1, 50, 2);

        var predicted = Learners[name]().Train(features, Labels.OfClasses(new int[50], 2), new()).Predict(features, new());

        for (var row = 0; row < 50; row++) Assert.Equal(1, predicted[2 * row], 1e-9);
    }

    [Theory, MemberData(nameof(Names))]
    public void Columns_without_any_value_and_few_rows_are_no_obstacle(string name)
    {
        var features = new FeatureTable(
        [
            FeatureColumn.OfNumbers("empty", [double.NaN, double.NaN, double.NaN]),
            FeatureColumn.OfCategories("blank", [-1, -1, -1], 1),
            FeatureColumn.OfNumbers("constant", [1, 1, 1]),
        ]);

        var predicted = Learners[name]().Train(features, Labels.OfClasses([0, 1, 0], 2), new()).Predict(features, new());

        Assert.All(predicted, probability => Assert.InRange(probability, 0, 1));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_table_with_other_columns_is_refused_by_name(string name)
    {
        var (features, labels) = Table(1, 100, 2);
        var model = Learners[name]().Train(features, labels, new());
        var other = new FeatureTable([FeatureColumn.OfNumbers("x", [1]), FeatureColumn.OfNumbers("w", [1]), features.Columns[2].Take([0]), features.Columns[3].Take([0])]);

        Assert.Contains("'w'", Assert.Throws<ArgumentException>(() => model.Predict(other, new())).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Training_stops_when_told(string name)
    {
        var (features, labels) = Table(1, 500, 2);

        Assert.ThrowsAny<OperationCanceledException>(() => Learners[name]().Train(features, labels, new() { Cancellation = new(canceled: true) }));
    }

    [Theory, MemberData(nameof(Names))]
    public void As_many_labels_as_rows_are_needed(string name) =>
        Assert.Contains("2 labels for 100 rows",
            Assert.Throws<ArgumentException>(() => Learners[name]().Train(LabelledTables.Features(1, 100), Labels.OfNumbers([1, 2]), new())).Message, StringComparison.Ordinal);

    private static (FeatureTable, Labels) Table(ulong seed, int rows, int classes)
    {
        var features = LabelledTables.Features(seed, rows);
        return (features, classes == 0 ? LabelledTables.Numbers(features) : LabelledTables.Classes(features, classes));
    }
}
