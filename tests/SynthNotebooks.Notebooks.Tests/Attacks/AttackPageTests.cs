using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Tests.Charts;

namespace SynthNotebooks.Notebooks.Tests.Attacks;

public class AttackPageTests
{
    [Fact]
    public void A_report_is_a_picture_with_a_text_twin_that_has_its_numbers()
    {
        var report = Report(["age", "sex", "income"]);
        var (svg, text) = (Shown(report, MimeTypes.Svg), Shown(report, MimeTypes.Text));

        SvgRules.Check(svg);
        Assert.NotEmpty(report.Controls);
        foreach (var result in report.Results)
        {
            var figure = FigureText.Score(result.Membership?.Auc.Value ?? result.Risk?.Risk.Value ?? 0);
            if (result.Audit is null) Assert.Contains(figure, text, StringComparison.Ordinal);
            if (result.Audit is null) Assert.Contains(figure, svg, StringComparison.Ordinal);
        }
        foreach (var warning in report.Warnings) Assert.Contains(warning, text, StringComparison.Ordinal);
        Assert.Contains("for the custodian of the data", svg, StringComparison.Ordinal);
        Assert.Contains("never a pass gate", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Nasty_names_keep_the_rules()
    {
        var report = Report([.. SvgRules.Payloads.Distinct().Take(6)]) with { Label = SvgRules.Payloads[0] };

        SvgRules.Check(Shown(report, MimeTypes.Svg));
        Assert.DoesNotContain(Shown(report, MimeTypes.Text), c => c is '\u202E' or '\u2066' or < ' ' and not '\n');
    }

    [Fact]
    public void A_battery_that_could_do_nothing_is_shown_with_its_reasons()
    {
        var report = AttackBattery.Run(Table(["a", "b"], 1, 50), Table(["a", "b"], 2, 50));

        SvgRules.Check(Shown(report, MimeTypes.Svg));
        Assert.Contains("--holdout", Shown(report, MimeTypes.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_are_read_between_their_corners()
    {
        var figure = new RocFigure("t", "d", [new("x", [new(0, 0), new(0, 0.25), new(0.5, 0.75), new(1, 1)])]);

        Assert.Equal(0.25, RocFigure.At(figure.Series[0].Points, 0));
        Assert.Equal(0.35, RocFigure.At(figure.Series[0].Points, 0.1), 1e-12);
        Assert.Equal(1, RocFigure.At(figure.Series[0].Points, 1));
        Assert.Contains("0.350", figure.ToText(), StringComparison.Ordinal);
        SvgRules.Check(figure.ToSvg());
    }

    [Fact]
    public void With_the_model_its_generator_is_fitted_again()
    {
        DataFrame train = Table(["a", "b", "c"], 1, 120), holdout = Table(["a", "b", "c"], 2, 120);
        var model = train.Fit("mixture");

        var report = train.Attack(model.Sample(120), holdout, model, new() { Attacks = ["lira", "rmia", "query-based", "canaries"], Shadows = 4, Controls = false });

        Assert.Equal(["canaries", "lira", "query-based", "rmia"], report.Plan);
        Assert.Equal(report.ToJson(), train.Attack(model.Sample(120), holdout, model, new() { Attacks = report.Plan, Shadows = 4, Controls = false, Threads = 1 }).ToJson());
    }

    private static AttackReport Report(string[] names) => Table(names, 1, 200).Attack(Table(names, 2, 180), Table(names, 3, 240), options: new() { Secrets = [names[1]] });

    private static string Shown(AttackReport report, string mimeType) =>
        DisplayFormatters.All.Single(formatter => formatter.Displays == typeof(AttackReport)).Format(report, mimeType);

    // Numbers and categories by turns; the first category is named like its column.
    private static DataFrame Table(string[] names, ulong seed, int rows) => new(names.Select((name, c) =>
    {
        var random = new SplitRandom(seed).Split((ulong)c);
        return c % 2 == 0
            ? (Column)new DoubleColumn(name, Enumerable.Range(0, rows).Select(_ => Math.Round(random.NextNormal(), 2)).ToArray())
            : TextColumn.Of(name, Enumerable.Range(0, rows).Select(_ => random.NextBelow(3) is > 0 and var k ? $"{name} {k}" : "other"));
    }));
}
