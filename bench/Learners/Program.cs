using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

// Learners TRAIN TEST TARGET [RUNS]: trains every learner on TRAIN, scores it on TEST, tells wall and processor time (medians).
if (args.Length is not (3 or 4))
{
    Console.Error.Write("usage: Learners TRAIN.csv TEST.csv TARGET [RUNS]\n");
    return 2;
}
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
DataFrame train = DataFrame.LoadCsv(args[0]), test = DataFrame.LoadCsv(args[1]);
var target = args[2];
var runs = args.Length == 4 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 5;
var encoder = FeatureEncoder.Of(train, target);
FeatureTable features = encoder.Encode(train), testFeatures = encoder.Encode(test);
var (labels, testLabels) = LabelsOf(train.Columns[target], test.Columns[target]);
(string Name, ISupervisedLearner Learner)[] learners =
[
    ("linear", new LinearLearner()), ("tree", new DecisionTree()), ("forest", new RandomForest()), ("neighbours", new NeighbourLearner()), ("boosting", new HistogramBoosting()),
];
var context = new TrainingContext();
foreach (var (name, learner) in learners)
{
    var (walls, processors, predicts) = (new double[runs], new double[runs], new double[runs]);
    double? score = null;
    for (var run = -1; run < runs; run++) // the first warms up
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var model = learner.Train(features, labels, context);
        var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        var predicted = model.Predict(testFeatures, context);
        if (run >= 0) (walls[run], processors[run], predicts[run]) = (wall, used, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        score = testLabels.AreClasses ? PredictionScores.MeanAuc(predicted, testLabels) : PredictionScores.RSquared(predicted, testLabels.Numbers);
    }
    Console.Out.Write($"{name,-10} {(testLabels.AreClasses ? "auc" : "r2")} {score:0.00000}  train {Median(walls):0} ms wall, {Median(processors):0} ms processor; predict {Median(predicts):0} ms wall\n");
}
return 0;

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}

static (Labels, Labels) LabelsOf(Column train, Column test)
{
    var classes = train.Kind is ColumnKind.Text or ColumnKind.Boolean || CategoryCodes.Of(train).Counts.Length <= 10;
    if (!classes) return (Labels.OfNumbers(train.ToNumbers()), Labels.OfNumbers(test.ToNumbers()));
    var names = Enumerable.Range(0, train.Length).Select(row => train.GetText(row)!).Distinct().Order(StringComparer.Ordinal).ToList();
    return (Of(train), Of(test));

    Labels Of(Column column) => Labels.OfClasses([.. Enumerable.Range(0, column.Length).Select(row => names.IndexOf(column.GetText(row)!))], names.Count);
}
