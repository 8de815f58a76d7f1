using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class TemporalDomainTests
{
    private const string Domain = """
        {"day": {"kind": "date", "min": "2020-03-01", "max": "2020-12-31"},
         "week": {"kind": "date", "min": "2020-01-06", "max": "2020-12-27", "step": "1w", "missing": true},
         "hour": {"kind": "timestamp", "min": "2020-01-01 06:00", "max": "2020-01-31T20:30:00", "step": "1h"},
         "time": {"min": "2020-01-01 00:00:00.250", "max": "2020-06-30 00:00:00", "step": "500ms", "bins": 40}}
        """;

    private static readonly DateTime Start = new(2020, 1, 1);
    private static readonly DataFrame Table = Make(1500);

    public static TheoryData<string> Ids => [.. Conformance.Generators.Catalog.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Every_method_samples_days_and_times_of_the_column_s_kind_in_the_range_and_on_the_steps(string id)
    {
        var model = Fit(id, Table, Domain);
        var rows = model.Sample(3000, new() { Seed = 4 });

        Assert.Equal([ColumnKind.Date, ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Timestamp], rows.Columns.Select(column => column.Kind));
        Assert.Equal([ColumnRole.Date, ColumnRole.Date, ColumnRole.Timestamp, ColumnRole.Timestamp], model.Schema.Columns.Select(column => column.Role));
        Assert.All(Values<DateOnly>(rows["day"]), day => Assert.InRange(day, new(2020, 3, 1), new(2020, 12, 31)));
        Assert.All(Values<DateOnly>(rows["week"]), day => Assert.True(day.DayOfWeek == DayOfWeek.Monday && day >= new DateOnly(2020, 1, 6) && day <= new DateOnly(2020, 12, 21)));
        Assert.All(Values<DateTime>(rows["hour"]), time => Assert.True(time is { Minute: 0, Second: 0 } && time.Ticks % TimeSpan.TicksPerSecond == 0 && time >= Start.AddHours(6) && time <= Start.AddDays(30).AddHours(20)));
        Assert.All(Values<DateTime>(rows["time"]), time => Assert.True((time - Start.AddMilliseconds(250)).Ticks % (TimeSpan.TicksPerSecond / 2) == 0 && time >= Start && time <= new DateTime(2020, 6, 30)));
        Assert.InRange(rows["week"].NullCount, 100, 700); // a fifth is missing
        Assert.Equal(0, rows["day"].NullCount + rows["hour"].NullCount + rows["time"].NullCount);
        Assert.True(rows["time"].ToNumbers().Distinct().Count() > 1000); // spread within bins, not at their starts
        var hour = model.Schema["hour"];
        Assert.Equal((Start.AddHours(6).Ticks / 1e7, Start.AddDays(30).AddHours(20).Ticks / 1e7), (hour.Minimum!.Value, hour.Maximum!.Value));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_saved_model_of_days_and_times_samples_to_the_same_bytes(string id)
    {
        var fitted = Fit(id, Table, Domain);
        using var file = new MemoryStream();
        ModelArchive.Save(fitted, file);

        var opened = ModelArchive.Open(new MemoryStream(file.ToArray()), Conformance.Generators.Catalog);

        Assert.Equal(Conformance.Generators.Bytes(fitted.Sample(500, new() { Seed = 1 })), Conformance.Generators.Bytes(opened.Sample(500, new() { Seed = 1 })));
        var where = ConditionParser.Parse("hour < '2020-01-10 12:00'", fitted.Schema);
        Assert.All(Values<DateTime>(opened.SampleWhere(200, where).Rows["hour"]), time => Assert.True(time < Start.AddDays(9).AddHours(12)));
    }

    [Fact]
    public void A_distribution_over_weeks_survives_at_a_generous_epsilon()
    {
        // Three quarters of the days lie in the first ten weeks.
        var random = new SplitRandom(2);
        var days = new int[4000];
        for (var i = 0; i < days.Length; i++) days[i] = new DateOnly(2020, 1, 6).DayNumber + (random.NextBelow(4) < 3 ? random.NextBelow(70) : 70 + random.NextBelow(280));
        var table = new DataFrame(new DateColumn("week", days));

        var rows = new MstGenerator(new(50, Domain: """{"week": {"min": "2020-01-06", "max": "2020-12-27", "step": "1w"}}""")).Fit(table, new(table.InferSchema())).Sample(4000);

        // The sampled share of the first ten weeks: noise of epsilon 50 is below a record; 0.04 is five deviations of the table's own share and more.
        Assert.InRange(Values<DateOnly>(rows["week"]).Count(day => day < new DateOnly(2020, 3, 16)) / 4000.0, 0.71, 0.79);
    }

    [Fact]
    public void Cells_between_steps_or_beyond_the_ends_count_as_the_last_value_before_them_or_the_end()
    {
        var domain = DomainFile.Read(Domain);
        var (week, hour) = ((RangeDomain)domain["week"], (RangeDomain)domain["hour"]);
        string[] texts = ["2020-01-06 00:00", "2020-01-12 23:59", "2020-01-13 00:00", "2019-05-01 00:00", "2031-01-01 00:00"];
        var times = new TimestampColumn("t", texts.Select(text => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture).Ticks).ToArray());
        var days = new DateColumn("t", texts.Select(text => DateOnly.FromDateTime(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).DayNumber).ToArray());

        Assert.Equal([0, 0, 1, 0, 50], week.Units(times));
        Assert.Equal([0, 0, 1, 0, 50], week.Units(days));
        Assert.Equal([114, 281, 282, 0, 734], hour.Units(new TimestampColumn("t", new long[] { Start.AddDays(5).Ticks, Start.AddDays(12).AddTicks(-1).Ticks, Start.AddDays(12).Ticks, 0, DateTime.MaxValue.Ticks })));
        Assert.Equal([114, 734], hour.Units(new DateColumn("t", new[] { DateOnly.FromDateTime(Start).DayNumber + 5, DateOnly.MaxValue.DayNumber })));
        Assert.Equal(texts[0], ((DateTime)new RangeDomain("t", ColumnKind.Timestamp, 0, 9, 0, false, false) { Origin = new DateTime(2020, 1, 6).Ticks, Step = 7 }.Cells([0])[0]!).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Declared_bins_cost_nothing_and_lie_evenly()
    {
        var range = new RangeDomain("x", ColumnKind.Integer, -5, 4_000_000_000_000_000, 0, false, false);

        Assert.Equal([-5, -3, 0, 2], (range with { High = 4 }).Starts(4));
        Assert.Equal(1000, range.Starts(1000).Distinct().Count());
        Assert.Equal([-5L, -4, -3], (range with { High = -3 }).Starts(9));
        // With all ranges declared in bins nothing is cut, so the whole budget measures one column.
        var model = (PrivateModel)new IndependentDpGenerator(new(1, Domain: """{"time": {"min": "2020-01-01 00:00:00", "max": "2020-06-30 00:00:00", "bins": 40}}""")).Fit(Table.Select("time"), new(Table.Select("time").InferSchema()));
        Assert.Equal(40, model.Measurements.Count);
        Assert.InRange(model.Rho, 0.999 * Privacy.ZeroConcentratedAccountant.Rho(1, 1e-9), Privacy.ZeroConcentratedAccountant.Rho(1, 1e-9) * (1 + 1e-9));
    }

    [Fact]
    public void Constraints_hold_between_days_and_narrow_times()
    {
        var schema = Table.InferSchema();
        const string domain = """
            {"day": {"min": "2020-03-01", "max": "2020-04-30"}, "week": {"min": "2020-03-02", "max": "2020-04-27", "step": "1w", "bins": 3}, "hour": {"min": "2020-01-01 00:00", "max": "2020-01-31 23:00", "step": "1h"},
             "time": {"min": "2020-01-01 00:00:00", "max": "2020-06-30 00:00:00"}}
            """;
        var constraints = ConstraintSet.Parse("week <= day; hour >= '2020-01-10 11:30'; time < '2020-02-01 00:00:00'", schema);

        var rows = new MstGenerator(new(2, Domain: domain)).FitConstrained(Table, new FitContext(schema) { Constraints = constraints }).Sample(2000);

        Assert.Equal([0, 0, 0], constraints.CountViolations(rows));
        Assert.Equal(new DateTime(2020, 1, 10, 12, 0, 0), Values<DateTime>(rows["hour"]).Min());
    }

    [Theory]
    [InlineData("""{"kind": "date", "min": "2020-13-01", "max": "2021-01-01"}""", "\"2020-13-01\" is no day")]
    [InlineData("""{"kind": "date", "min": "2020-01-01 12:00", "max": "2021-01-01"}""", "\"2020-01-01 12:00\" is no day")]
    [InlineData("""{"kind": "date", "min": 5, "max": 9}""", "5 is no day")]
    [InlineData("""{"min": "2020-01-01", "max": 9}""", "9 is no day")]
    [InlineData("""{"kind": "timestamp", "min": "2020-01-01 25:00", "max": "2021-01-01"}""", "\"2020-01-01 25:00\" is no point in time")]
    [InlineData("""{"kind": "timestamp", "min": "2020-01-01 12:00Z", "max": "2021-01-01"}""", "without a zone")]
    [InlineData("""{"kind": "time", "min": "2020-01-01", "max": "2021-01-01"}""", "\"time\"; \"date\" and \"timestamp\" are accepted")]
    [InlineData("""{"kind": "date", "min": "2020-01-02", "max": "2020-01-01"}""", "\"2020-01-02\" of its domain lies above the largest, \"2020-01-01\"")]
    [InlineData("""{"kind": "date", "min": "2020-01-01", "max": "2020-12-31", "step": "1h"}""", "\"1h\"; accepted are texts such as \"1d\"")]
    [InlineData("""{"kind": "date", "min": "2020-01-01", "max": "2020-12-31", "step": 7}""", "is 7; accepted are texts")]
    [InlineData("""{"kind": "timestamp", "min": "2020-01-01", "max": "2020-12-31", "step": "0s"}""", "\"0s\"")]
    [InlineData("""{"kind": "timestamp", "min": "2020-01-01", "max": "2020-12-31", "step": "-1s"}""", "\"-1s\"")]
    [InlineData("""{"kind": "date", "min": "2020-01-01", "max": "2020-12-31", "bins": 0}""", "0 bins; 1 to 1000")]
    [InlineData("""{"min": 0, "max": 5, "step": "1d"}""", "'step'")]
    [InlineData("""{"min": 0, "max": 5, "mising": true}""", "Did you mean 'missing'")]
    [InlineData("""{"min": "2020-01-01", "max": "2020-12-31", "decimals": 2}""", "'decimals'")]
    [InlineData("""{"min": 0, "max": 5, "missing": "yes"}""", "\"yes\" in its domain; it must be true or false")]
    public void What_is_wrong_is_told_with_the_column_and_the_value(string entry, string part)
    {
        var message = Assert.Throws<FitException>(() => DomainFile.Read($"{{\"when\": {entry}}}")).Message;

        Assert.Contains("'when'", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_column_of_another_kind_is_refused_before_anything_is_reserved(string id)
    {
        var table = new DataFrame(TextColumn.Of("day", ["2020-01-01", "soon"]));
        var purse = new Purse();

        var failure = Assert.Throws<FitException>(() => Create(id, """{"day": {"min": "2020-01-01", "max": "2020-12-31"}}""").Fit(table, new(table.InferSchema()) { Budget = purse }));

        Assert.Contains("Column 'day' is of kind Text; its domain has dates", failure.Message, StringComparison.Ordinal);
        Assert.False(purse.WasAsked);
    }

    [Fact]
    public void The_example_of_the_page_on_domains_is_read_and_fitted()
    {
        var page = File.ReadAllText(Repository.Path("docs", "privacy", "domains.md"));
        var domain = Regex.Match(page, "```json\n(?<json>.*?)```", RegexOptions.Singleline).Groups["json"].Value;
        var read = DomainFile.Read(domain);
        var table = new DataFrame(read.Values.Select(column => column is RangeDomain range ? range.Cells([range.Low, range.High, range.Low, range.Low]) : ((ListedDomain)column).Palette.Take([0, 0, 1, 0])));

        var rows = new MstGenerator(new(5, Domain: domain)).Fit(table, new(table.InferSchema())).Sample(200);

        Assert.Equal(table.Columns.Select(column => (column.Name, column.Kind)), rows.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal((51, new DateOnly(2020, 12, 21)), ((int)((RangeDomain)read["admitted"]).Values, (DateOnly)((RangeDomain)read["admitted"]).Cells([50])[0]!));
        Assert.Equal((366 * 96, 48), ((int)((RangeDomain)read["arrival"]).Values, ((RangeDomain)read["arrival"]).Bins!.Value));
    }

    private static IEnumerable<T> Values<T>(Column column)
    {
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row)) yield return (T)column[row]!;
    }

    private static IGenerator Create(string id, string domain) =>
        GeneratorFactory.Create(Conformance.Generators.Catalog, id, new Dictionary<string, string> { ["domain"] = domain, ["epsilon"] = "4", ["insecure-seed"] = "3" });

    private static IFittedGenerator Fit(string id, DataFrame table, string domain) => Create(id, domain).Fit(table, new(table.InferSchema()));

    private static DataFrame Make(int rows)
    {
        var random = new SplitRandom(9);
        var (day, week, hour, time, missing) = (new int[rows], new int[rows], new long[rows], new long[rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            day[i] = new DateOnly(2020, 1, 1).DayNumber + random.NextBelow(366); // some before the range
            week[i] = day[i];
            missing[i] = random.NextBelow(5) == 0;
            hour[i] = Start.AddHours(random.NextBelow(31 * 24)).Ticks;
            time[i] = Start.AddSeconds(random.NextDouble() * 86_400 * 182).Ticks;
        }
        return new(new DateColumn("day", day), new DateColumn("week", week, NullMask.Of(missing)), new TimestampColumn("hour", hour), new TimestampColumn("time", time));
    }

    private sealed class Purse : IBudget
    {
        public bool WasAsked { get; private set; }

        public void Reserve(string purpose, PrivacyCost cost) => WasAsked = true;
    }
}
