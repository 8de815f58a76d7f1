using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>Every generator of the catalog keeps every kind of constraint in every row.</summary>
public class ConstraintTests
{
    private const int Rows = 9000; // two chunks
    private static readonly DataFrame Training = ConstrainedTable.Of(1200, seed: 5, broken: true);
    private static readonly Dictionary<string, IFittedGenerator> Models = [];

    public static TheoryData<string> Ids => Generators.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void Every_row_keeps_every_constraint(string id)
    {
        var model = Model(id);
        var sample = model.Sample(Rows);
        var learned = ((IConstrained)model).Constraints.LearnedFrom(Training.Filter(Training.ParseCondition("age <= 95")));

        Assert.Equal(Rows, sample.Rows.Count);
        Assert.All(learned.Constraints.Zip(learned.CountViolations(sample)), pair => Assert.True(pair.Second == 0, $"{pair.First} is broken by {pair.Second} rows"));
        Assert.All(learned.Constraints.Zip(learned.CountViolations(Training)), pair => Assert.True(pair.Second > 0 || !Breaks(pair.First), $"{pair.First} could not have been broken"));
    }

    [Fact]
    public void Without_constraints_rows_break_each_of_them()
    {
        var sample = Generators.Fit("independent", Training).Sample(Rows);
        var set = ConstraintSet.Parse(ConstrainedTable.Constraints, Training.InferSchema()).LearnedFrom(Training);

        Assert.All(set.Constraints.Zip(set.CountViolations(sample)), pair => Assert.True(pair.Second > 0 || pair.First is UniqueConstraint or RangeConstraint { Column: "share" }, $"{pair.First} says nothing here"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Names_kinds_formats_and_missing_cells_are_kept(string id)
    {
        const double alpha = 1e-6; // Hoeffding, both samples finite: training rows are given, so the sample alone varies
        var slack = Math.Sqrt(Math.Log(2 * Training.Columns.Count / alpha) / (2 * Rows)) + 0.02; // 2 % of the rows are left out
        var sample = Model(id).Sample(Rows);

        Assert.Equal(Training.Columns.Select(column => (column.Name, column.Kind, column.Format)), sample.Columns.Select(column => (column.Name, column.Kind, column.Format)));
        Assert.Equal(Training.Columns.Select(column => (column.Name, column.Kind)), Model(id).Schema.Columns.Select(column => (column.Name, column.Kind)));
        foreach (var column in Training.Columns)
            Assert.True(Math.Abs((double)column.NullCount / column.Length - (double)sample[column.Name].NullCount / Rows) <= slack, $"{column.Name}: {sample[column.Name].NullCount} missing of {Rows}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Threads_and_streams_change_nothing(string id)
    {
        var model = Model(id);
        var one = Generators.Bytes(Fit(id, context => context with { Threads = 1 }).Sample(Rows, new() { Seed = 3, Threads = 1 }));

        Assert.Equal(one, Generators.Bytes(model.Sample(Rows, new() { Seed = 3, Threads = 2 })));
        Assert.Equal(one, Generators.Bytes(model.Stream(Rows, new() { Seed = 3, Threads = 2 })));
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_opened_model_gives_the_same_samples_and_saves_to_the_same_bytes(string id)
    {
        var model = Model(id);
        using var first = new MemoryStream();
        ModelArchive.Save(model, first);
        first.Position = 0;

        var opened = ModelArchive.Open(first, Generators.Catalog);
        using var second = new MemoryStream();
        ModelArchive.Save(opened, second);

        Assert.Equal(Generators.Bytes(model.Sample(Rows)), Generators.Bytes(opened.Sample(Rows)));
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(((IConstrained)model).Handling.Select(handling => (handling.Constraint.ToString(), handling.Means, handling.TrainingViolations)), ((IConstrained)opened).Handling.Select(handling => (handling.Constraint.ToString(), handling.Means, handling.TrainingViolations)));
        Assert.Equal(((IConstrained)model).Cost, ((IConstrained)opened).Cost);
        Assert.Equal(id, ((IPersistable)opened).Origin.Generator);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Conditions_on_the_original_columns_hold_together_with_the_constraints(string id)
    {
        var model = Model(id);
        var where = Training.ParseCondition("age >= 60 and state = 'West' and smoker = 'yes'");
        if (model is not IConditional conditional || !conditional.CanCondition(where)) return; // met by rejection outside

        var sample = conditional.SampleChunk(500, where, new SplitRandom(1));

        Assert.Equal(500, ConditionEvaluator.Rows(where, sample).Length);
        var rowwise = new ConstraintSet(((IConstrained)model).Constraints.Constraints.Where(constraint => constraint is not UniqueConstraint)); // numbered later
        Assert.All(rowwise.CountViolations(sample), count => Assert.Equal(0, count));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Filled_tables_keep_the_constraints(string id)
    {
        if (Model(id) is not IImputer imputer) return;
        var table = ConstrainedTable.Of(400, seed: 6);

        var filled = imputer.Impute(table, new());

        Assert.All(((IConstrained)imputer).Constraints.CountViolations(filled), count => Assert.Equal(0, count));
        string[] free = [.. table.Columns.Select(column => column.Name).Where(name => name is not "quantity")]; // follows from amount and price
        var most = id == "mvn" ? 5 : 10; // a product is too far from a plane for the normal model to find its operands in every row
        Assert.True(free.Sum(name => filled[name].NullCount) < free.Sum(name => table[name].NullCount) / most, string.Join(", ", filled.Columns.Select(column => $"{column.Name} {column.NullCount}")));
        foreach (var column in table.Columns)
            for (var row = 0; row < column.Length; row++)
                if (!column.IsNull(row)) Assert.Equal(column[row], filled[column.Name][row]);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Replaced_columns_keep_the_constraints_with_those_that_stay(string id)
    {
        if (Model(id) is not IImputer imputer) return;
        var table = ConstrainedTable.Of(400, seed: 6);
        string[] replaced = ["age", "discharged", "room", "total", "packs"];
        if (id is "parametric" or "mvn") replaced = replaced[..^1]; // their numbers never fall on the 0 packs of those who do not smoke

        var redrawn = imputer.Redraw(table, replaced, new());

        Assert.All(((IConstrained)imputer).Constraints.CountViolations(redrawn), count => Assert.Equal(0, count));
        foreach (var column in table.Columns)
        {
            var same = Enumerable.Range(0, column.Length).Count(row => Equals(column[row], redrawn[column.Name][row]));
            if (replaced.Contains(column.Name)) Assert.True(same < column.Length, column.Name);
            else Assert.Equal(column.Length, same);
        }
        Assert.Contains("Name state too", Assert.Throws<ArgumentException>(() => imputer.Redraw(table, ["city"], new())).Message, StringComparison.Ordinal);
    }

    private static bool Breaks(Constraint constraint) => constraint is RangeConstraint { Column: "age" } or NotNullConstraint or InequalityConstraint { High: "discharged" };

    private static IFittedGenerator Model(string id)
    {
        lock (Models)
        {
            if (!Models.TryGetValue(id, out var model)) Models.Add(id, model = Fit(id));
            return model;
        }
    }

    private static IFittedGenerator Fit(string id, Func<FitContext, FitContext>? change = null)
    {
        var schema = Training.InferSchema();
        var context = new FitContext(schema) { Constraints = ConstraintSet.Parse(ConstrainedTable.Constraints, schema), Seed = 4 };
        return Generators.Create(id).FitConstrained(Training, change?.Invoke(context) ?? context);
    }
}
