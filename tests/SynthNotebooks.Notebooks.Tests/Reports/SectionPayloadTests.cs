using System.Reflection;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;
using SynthNotebooks.Notebooks.Reports;
using SynthNotebooks.Notebooks.Tests.Charts;

namespace SynthNotebooks.Notebooks.Tests.Reports;

/// <summary>Every section of report pages, dashboards and attack pages, found by its type, with every payload as a column's name, a category, the target and the label.</summary>
public class SectionPayloadTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // What draws or writes for others: reached through a section or a figure.
    private static readonly Dictionary<Type, string> Parts = new()
    {
        [typeof(MetricTable)] = "written by sections",
        [typeof(PageShell)] = "the frame, which has a sample among the sources of markup",
        [typeof(DashboardPage)] = "lists the sections, and draws their headings",
        [typeof(AttackPage)] = "lists the sections; its header and footer are of a display",
        [typeof(ForestPlot)] = "drawn by sections",
        [typeof(Legends)] = "drawn by figures and sections",
        [typeof(SeriesKey)] = "drawn by XyPlot",
    };

    private static readonly Lazy<IReadOnlyList<ReportInput>> Inputs = new(() => [.. SvgRules.Payloads.Distinct().Chunk(6).Select(Input)]);

    private static readonly Lazy<ReportInput> Plain = new(() => Input(["age", "sex", "day", "weight", "region", "start"]));

    public static TheoryData<string> Written => [.. Of(typeof(IReportSection)).Select(type => type.Name)];

    public static TheoryData<string> OfDashboards => [.. Of(typeof(IDrawnSection<EvaluationReport>)).Select(type => type.Name)];

    public static TheoryData<string> OfAttacks => [.. Of(typeof(IDrawnSection<AttackReport>)).Select(type => type.Name)];

    [Fact]
    public void Every_section_stands_on_its_page()
    {
        Assert.Equal(Of(typeof(IReportSection)), Named([.. ReportPage.Sections, ReportPage.Header]));
        Assert.Equal(Of(typeof(IDrawnSection<EvaluationReport>)), Named(DashboardPage.Sections));
        Assert.Equal(Of(typeof(IDrawnSection<AttackReport>)), Named(AttackPage.Sections));

        static Type[] Named(IEnumerable<object> sections) => [.. sections.Select(section => section.GetType()).OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    [Fact]
    public void Whatever_writes_on_a_page_or_draws_on_a_canvas_is_reached_from_here()
    {
        var drawn = typeof(Figure).Assembly.GetTypes().Where(type => !type.IsNested && type != typeof(PageWriter) && type != typeof(SvgCanvas)
            && type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageWriter) || parameter.ParameterType == typeof(SvgCanvas))));
        // A plot is drawn by the figure of its name, and every figure has a sample of its own.
        var unknown = drawn.Where(type => !type.IsInterface && !type.IsSubclassOf(typeof(Figure)) && type != typeof(Figure) && !type.GetInterfaces().Any(IsSection) && !Parts.ContainsKey(type)
            && !(type.Name.EndsWith("Plot", StringComparison.Ordinal) && type.Assembly.GetType(type.FullName![..^4] + "Figure") is not null)).ToArray();
        Assert.True(unknown.Length == 0, $"Make each of these a section or a figure, or say by what it is drawn: {string.Join(", ", unknown.Select(type => type.FullName))}");
    }

    [Theory, MemberData(nameof(Written))]
    public void Nothing_from_data_acts_in_a_section_of_a_report(string name)
    {
        var section = (IReportSection)Make(typeof(IReportSection), name);
        var plain = WithoutData(Write(section, Plain.Value));
        var written = 0;
        foreach (var input in Inputs.Value)
        {
            var text = Write(section, input);
            written += text.Length;
            ShownMarkup.Check(WithoutData(text), plain, formulas: false); // nothing in a page typesets
        }
        Assert.True(written > 0, $"{name} wrote nothing: the report of this test has to have what it shows.");
    }

    [Theory, MemberData(nameof(OfDashboards))]
    public void Nothing_from_data_acts_in_a_section_of_a_dashboard(string name) =>
        Draw<EvaluationReport>(name, input => input.Evaluation! with { Label = input.Label });

    [Theory, MemberData(nameof(OfAttacks))]
    public void Nothing_from_data_acts_in_a_section_of_an_attack_page(string name) => Draw(name, input => input.Attacks!);

    private static void Draw<TReport>(string name, Func<ReportInput, TReport> report)
    {
        var section = (IDrawnSection<TReport>)Make(typeof(IDrawnSection<TReport>), name);
        var drawn = 0.0;
        foreach (var input in Inputs.Value)
        {
            var canvas = new SvgCanvas();
            var bottom = section.Draw(canvas, 10, report(input));
            Assert.True(bottom >= 10);
            drawn += bottom - 10;
            SvgRules.Check(canvas.ToDocument(DashboardPage.Width, bottom, "title", "description"));
        }
        Assert.True(drawn > 0, $"{name} drew nothing: the report of this test has to have what it shows.");
    }

    private static string Write(IReportSection section, ReportInput input)
    {
        var page = new PageWriter();
        section.Write(page, input);
        return page.ToString();
    }

    // Data of interactive charts, for a script that reads JSON: no tag can stand in it.
    private static string WithoutData(string html)
    {
        const string Begin = "<script type=\"application/json\"", End = "</script>";
        for (int start; (start = html.IndexOf(Begin, StringComparison.Ordinal)) >= 0;)
        {
            var end = html.IndexOf(End, start, StringComparison.Ordinal);
            var data = html[(html.IndexOf('>', start) + 1)..end];
            Assert.DoesNotContain('<', data);
            using (System.Text.Json.JsonDocument.Parse(data)) html = html.Remove(start, end + End.Length - start);
        }
        return html;
    }

    private static bool IsSection(Type contract) => contract == typeof(IReportSection) || (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IDrawnSection<>));

    private static Type[] Of(Type contract) => [.. contract.Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(contract)).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static object Make(Type contract, string name) => Activator.CreateInstance(Of(contract).Single(type => type.Name == name))!;

    private static ReportInput Input(string[] names)
    {
        if (names.Length < 6) names = [.. names, .. new[] { "a", "b", "c", "d", "e" }.Take(6 - names.Length)];
        DataFrame train = Table(names, 120, 1), synthetic = Table(names, 110, 2), holdout = Table(names, 120, 3);
        var options = new EvaluationOptions { Depth = EvaluationDepth.Full, Target = names[1], Protected = names[4], Label = names[0], TimeColumn = names[2] };
        var report = Evaluator.Evaluate(train, synthetic, holdout, options);
        return new(report with { LeftOut = [KeyValuePair.Create(names[0], names[1])] }, train.Attack(synthetic, holdout, options: ReportAttacks.Options(options) with { Secrets = [names[1]] }), 60);
    }

    // Numbers, categories and dates by turns; two categories a column, named like columns.
    private static DataFrame Table(string[] names, int rows, ulong seed) => new(names.Select((name, c) =>
    {
        var random = new SplitRandom(seed).Split((ulong)c);
        return (c % 3) switch
        {
            0 => (Column)new DoubleColumn(name, Enumerable.Range(0, rows).Select(_ => random.NextBelow(50) * 0.5).ToArray()),
            1 => TextColumn.Of(name, Enumerable.Range(0, rows).Select(_ => names[random.NextBelow(2) * 3])),
            _ => new DateColumn(name, Enumerable.Range(0, rows).Select(_ => 730000 + random.NextBelow(900)).ToArray()),
        };
    }));
}
