using System.Collections.Concurrent;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Models;

/// <summary>Models of one evaluation, each trained once and shared by all metrics that ask for it.</summary>
/// <remarks>
/// Models train on at most <see cref="MostRows"/> rows, drawn at random beyond, and are tested on the held-out rows. Deterministic; every model has a stream
/// of randomness of its own, whichever is asked for first.
/// </remarks>
internal sealed class ModelStudy
{
    /// <summary>Most rows that a model is trained on.</summary>
    public const int MostRows = 50_000;

    private const int MostClasses = 100;
    private readonly Dictionary<StudyTable, FeatureTable> _tables;
    private readonly EvaluationOptions _options;
    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();
    private readonly StudyTask? _test;
    private readonly IReadOnlyList<string> _classes;
    private readonly int _target;

    /// <param name="tables">Read tables, in the order of <see cref="StudyTable"/> after the real one: synthetic, ceiling, independent; later ones may lack.</param>
    /// <param name="others">How many of them there are.</param>
    /// <param name="hasHoldout">Whether the ceiling is a holdout.</param>
    /// <param name="options">Target, seed, threads.</param>
    public ModelStudy(TableSet tables, int others, bool hasHoldout, EvaluationOptions options)
    {
        _options = options;
        _tables = new() { [StudyTable.Real] = Read(i => tables.Real(i)) };
        for (var table = 0; table < Math.Min(others, 3); table++) _tables[(StudyTable)table] = Read(i => tables.Other(i, table));
        _target = tables.Readings.ToList().FindIndex(reading => reading.Name == options.Target);
        _classes = _target >= 0 ? tables.Labels[_target] : [];
        NoUtility = Reason(tables, hasHoldout);
        if (NoUtility is not null) return;
        _test = StudyTask.Of(_tables[StudyTable.Ceiling], _target);
        if (_test.Labels.Rows == 0) NoUtility = $"the holdout has no row with a value of '{options.Target}'";
        else if (Single(_test.Labels) is { } reason) NoUtility = $"the holdout has {reason} of '{options.Target}' only";

        FeatureTable Read(Func<int, ColumnView> view) => new([.. Enumerable.Range(0, tables.Columns).Select(i => view(i).IsNumeric
            ? FeatureColumn.OfNumbers(tables.Readings[i].Name, view(i).Numbers)
            : FeatureColumn.OfCategories(tables.Readings[i].Name, Array.ConvertAll(view(i).Codes, code => code - 1), Math.Max(1, tables.Labels[i].Count)))]);
    }

    /// <summary>Why nothing that predicts the target can be measured; null when it can.</summary>
    public string? NoUtility { get; }

    public EvaluationOptions Options => _options;

    /// <summary>Held-out rows; only when <see cref="NoUtility"/> is null.</summary>
    public StudyTask Test => _test!;

    /// <summary>Names of the target's classes.</summary>
    public IReadOnlyList<string> Classes => _classes;

    /// <summary>Rows of a table.</summary>
    public int Rows(StudyTable table) => Table(table).Rows;

    /// <summary>A study of the tables that a metric sees on its own; null when no column takes part.</summary>
    public static ModelStudy? Of(MetricInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        cancellation.ThrowIfCancellationRequested();
        TableChecks.Require(input.Real, input.Synthetic, "synthetic");
        if (input.Holdout is not null) TableChecks.Require(input.Real, input.Holdout, "holdout");
        var options = new EvaluationOptions { Seed = input.Seed, Target = input.Target, Protected = input.Protected, Cancellation = cancellation };
        DataFrame[] others = input.Holdout is null ? [input.Synthetic] : [input.Synthetic, input.Holdout];
        var tables = TableSet.Read(input.Real, others, options);
        return tables.Columns == 0 ? null : new(tables, others.Length, input.Holdout is not null, options);
    }

    /// <summary>A table with all columns that take part.</summary>
    public FeatureTable Table(StudyTable table)
    {
        if (table != StudyTable.Resampled) return _tables[table];
        return Once(table, () =>
        {
            var random = new SplitRandom(_options.Seed).Split("models: resampled");
            var real = _tables[StudyTable.Real];
            var rows = new int[real.Rows];
            for (var i = 0; i < rows.Length; i++) rows[i] = random.NextBelow(rows.Length);
            return real.Take(rows);
        });
    }

    /// <summary>Features and labels of a table, at most <see cref="MostRows"/>.</summary>
    public StudyTask Task(StudyTable table) => Once(("task", table), () => Capped(StudyTask.Of(Table(table), _target), $"models: rows of {table}"));

    /// <summary>The model of a table, tested on the held-out rows.</summary>
    public StudyModel Model(StudyTable table, LearnerKind learner) => Once((table, learner), () => Train(Task(table), learner, table));

    /// <summary>The boosted model of the real table and another one together.</summary>
    public StudyModel Augmented(StudyTable table) => Once(("augmented", table), () =>
        Train(Capped(Task(StudyTable.Real).With(Task(table)), $"models: real and {table}"), LearnerKind.Boosting, table));

    /// <summary>The same object for the same key, made once.</summary>
    public T Once<T>(object key, Func<T> make)
        where T : class => (T)_made.GetOrAdd(key, _ => new(() => make())).Value;

    /// <summary>Threads, seed and cancellation of one model: models train side by side, each on one thread.</summary>
    public TrainingContext Context => new() { Seed = _options.Seed, Threads = 1, Cancellation = _options.Cancellation };

    public static ISupervisedLearner Learner(LearnerKind kind) => kind switch
    {
        LearnerKind.Linear => new LinearLearner(),
        LearnerKind.Tree => new DecisionTree(),
        LearnerKind.Forest => new RandomForest(new(Trees: 30)),
        _ => new HistogramBoosting(),
    };

    private StudyModel Train(StudyTask task, LearnerKind learner, StudyTable table)
    {
        var name = table switch { StudyTable.Synthetic => "the synthetic table", StudyTable.Independent => "the floor", _ => "the real table" };
        if (task.Labels.Rows == 0) return StudyModel.None(0, $"{name} has no row with a value of '{_options.Target}'");
        if (Single(task.Labels) is { } reason) return StudyModel.None(task.Labels.Rows, $"{name} has {reason} of '{_options.Target}' only");
        var model = Learner(learner).Train(task.Features, task.Labels, Context);
        var predicted = model.Predict(Test.Features, Context);
        var importances = model is IImportance important ? important.Importances : [];
        if (!Test.Labels.AreClasses)
            return new(PredictionScores.RSquared(predicted, Test.Labels.Numbers), PredictionScores.RootMeanSquare(predicted, Test.Labels.Numbers), predicted, importances, task.Labels.Rows);
        Silence(predicted, task.Labels.CountClasses());
        return new(PredictionScores.MeanAuc(predicted, Test.Labels), null, predicted, importances, task.Labels.Rows);
    }

    // A class that training had no row of is never predicted, rather than by rounding.
    private static void Silence(double[] predicted, int[] counts)
    {
        for (var k = 0; k < counts.Length; k++)
            for (var at = k; counts[k] == 0 && at < predicted.Length; at += counts.Length) predicted[at] = 0;
    }

    private StudyTask Capped(StudyTask task, string stream)
    {
        if (task.Labels.Rows <= MostRows) return task;
        return task.Take(RowDraw.Of(task.Labels.Rows, MostRows, new SplitRandom(_options.Seed).Split(stream)));
    }

    private static string? Single(Labels labels)
    {
        if (labels.AreClasses) return labels.CountClasses().Count(count => count > 0) < 2 ? "one class" : null;
        return Array.TrueForAll(labels.Numbers, number => number == labels.Numbers[0]) ? "one value" : null;
    }

    private string? Reason(TableSet tables, bool hasHoldout)
    {
        if (_options.Target is not { } target) return "no target column was named";
        if (_target < 0) return $"the target '{target}' takes no part: {tables.LeftOut.FirstOrDefault(reading => reading.Name == target)?.LeftOut ?? "it is not there"}";
        if (!hasHoldout) return "a holdout is needed to test models on";
        if (tables.Columns < 2) return $"there is no column to predict '{target}' from";
        return _classes.Count > MostClasses ? $"'{target}' has {_classes.Count} classes; at most {MostClasses} are predicted" : null;
    }
}
