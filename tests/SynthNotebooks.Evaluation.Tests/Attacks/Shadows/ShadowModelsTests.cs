using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Controls;
using SynthNotebooks.Evaluation.Attacks.Shadows;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Shadows;

public class ShadowModelsTests
{
    private static readonly DataFrame Candidates = People.Table(1, 21), Reference = People.Table(2, 30);

    [Fact]
    public void Every_candidate_is_in_half_of_the_models_which_are_fitted_once()
    {
        var tables = new List<DataFrame>();
        var input = Input(tables, 10);

        var models = ShadowModels.Of(input, default);
        Assert.Same(models, ShadowModels.Of(input, default));

        Assert.Equal(10, tables.Count);
        for (var target = 0; target < 21; target++) Assert.Equal(5, models.Holds.Count(holds => holds[target]));
        for (var shadow = 0; shadow < 10; shadow++)
        {
            var rows = Texts(tables[shadow]);
            Assert.Equal(models.Holds[shadow].Count(holds => holds) + 15, rows.Count);
            for (var target = 0; target < 21; target++) Assert.Equal(models.Holds[shadow][target], rows.Contains(Text(Candidates, target)));
        }
    }

    [Fact]
    public void All_shadow_attacks_share_the_fits()
    {
        var fits = 0;
        var train = People.Table(3, 60);
        var report = AttackBattery.Run(train, People.Table(4, 60), People.Table(5, 80), new()
        {
            Attacks = ["groundhog", "query-based", "lira", "rmia", "measurements"],
            Shadows = 6,
            Controls = false,
            Model = RepeatedRows.Of(train, train.InferSchema()),
            Refit = (table, _) =>
            {
                fits++;
                return RepeatedRows.Of(table, train.InferSchema());
            },
        });

        Assert.Equal(5, report.Plan.Count);
        Assert.Equal(6, fits);
    }

    // Two candidates, four shadow models of known densities: the ratios are worked out by hand.
    [Fact]
    public void Likelihood_ratios_are_those_of_the_formulas()
    {
        var models = new List<DataFrame>();
        var input = new AttackInput(Reference, Candidates.Slice(0, 2), Candidates.InferSchema())
        {
            Reference = Reference,
            Shadows = 4,
            Model = new Told([-1, -3]),
            Refit = (table, _) =>
            {
                models.Add(table);
                return new Told([-2 - models.Count, -5 + 0.5 * models.Count]);
            },
        };

        var rmia = ((MembershipScores)AttackCatalog.Create("rmia").Run(input, default)).Scores;
        var lira = ((MembershipScores)AttackCatalog.Create("lira").Run(input, default)).Scores;

        double[][] shadows = [.. Enumerable.Range(1, 4).Select(k => new[] { -2.0 - k, -5 + 0.5 * k })];
        double[] observed = [-1, -3];
        var holds = ShadowModels.Of(input, default).Holds;
        var variances = new[] { true, false }.ToDictionary(side => side, side => Enumerable.Range(0, 2).Average(i => Variance(Side(i, side))) + 1e-6);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(observed[i] - Math.Log(shadows.Average(shadow => Math.Exp(shadow[i]))), rmia[i], 1e-10);
            Assert.Equal(LogNormal(i, true) - LogNormal(i, false), lira[i], 1e-8);
        }

        double[] Side(int i, bool side) => [.. Enumerable.Range(0, 4).Where(shadow => holds[shadow][i] == side).Select(shadow => shadows[shadow][i])];

        double LogNormal(int i, bool side) => -0.5 * (Math.Pow(observed[i] - Side(i, side).Average(), 2) / variances[side] + Math.Log(variances[side]));

        static double Variance(double[] values) => values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1);
    }

    private static AttackInput Input(List<DataFrame> tables, int shadows) => new(Reference, Candidates, Candidates.InferSchema())
    {
        Reference = Reference,
        Shadows = shadows,
        Refit = (table, _) =>
        {
            tables.Add(table);
            return RepeatedRows.Of(table, Candidates.InferSchema());
        },
    };

    private static HashSet<string> Texts(DataFrame table) => [.. Enumerable.Range(0, (int)table.Rows.Count).Select(row => Text(table, row))];

    private static string Text(DataFrame table, int row) => string.Join('|', table.Columns.Select(column => column.GetText(row)));

    private sealed class Told(double[] densities) : IFittedGenerator, IDensity
    {
        public TableSchema Schema => Candidates.InferSchema();

        public DataFrame SampleChunk(int rows, SplitRandom random) => throw new NotSupportedException();

        public double[] LogDensity(DataFrame table, CancellationToken cancellation) => densities;
    }
}
