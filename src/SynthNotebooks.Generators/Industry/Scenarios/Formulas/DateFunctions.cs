using System.Linq.Expressions;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Functions of dates and times.</summary>
internal static class DateFunctions
{
    public static IEnumerable<(string, FormulaFunction)> All =>
    [
        ("year", Part(moment => moment.Year)), ("month", Part(moment => moment.Month)), ("day_of_month", Part(moment => moment.Day)),
        ("day_of_week", Part(moment => ((int)moment.DayOfWeek + 6) % 7 + 1)), ("day_of_year", Part(moment => moment.DayOfYear)),
        ("hour", Part(moment => moment.Hour)), ("minute_of_hour", Part(moment => moment.Minute)), ("quarter", Part(moment => (moment.Month + 2) / 3)),
        ("date", new(1, 3, Date)),
        ("time", new(1, 1, (a, site) => new(site.Moment(a[0]), CellType.Time, a[0].Constant))),
        ("days", new(1, 1, (a, site) => new(Expression.Divide(site.Number(a[0]), Expression.Constant(Units.Day)), CellType.Number, a[0].Constant))),
        ("age_at", new(2, 2, (a, site) => new(Expression.Call(typeof(DateFunctions), nameof(AgeAt), null, site.Moment(a[0]), site.Moment(a[1])), CellType.Integer, a[0].Constant && a[1].Constant))),
        ("add_months", new(2, 2, (a, site) => new(Expression.Call(typeof(DateFunctions), nameof(AddMonths), null, site.Moment(a[0]), site.Number(a[1])), a[0].Type.IsMoment ? a[0].Type : CellType.Date, a[0].Constant && a[1].Constant))),
        ("start_of_month", new(1, 1, (a, site) => new(Expression.Call(typeof(DateFunctions), nameof(StartOfMonth), null, site.Moment(a[0])), CellType.Date, a[0].Constant))),
    ];

    /// <summary>Full years between two moments.</summary>
    public static double AgeAt(double birth, double at)
    {
        if (double.IsNaN(birth) || double.IsNaN(at)) return double.NaN;
        DateTime from = Texts.Moment(birth), to = Texts.Moment(at);
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }

    public static double AddMonths(double moment, double months)
    {
        if (double.IsNaN(moment) || double.IsNaN(months)) return double.NaN;
        var date = Texts.Moment(moment);
        var target = date.Year * 12 + date.Month - 1 + Math.Clamp(months, -120000, 120000);
        return target is < 12 or > 9998 * 12 ? double.NaN : (date.AddMonths((int)Math.Clamp(months, -120000, 120000)) - DateTime.UnixEpoch).TotalSeconds;
    }

    public static double StartOfMonth(double moment)
    {
        if (double.IsNaN(moment)) return moment;
        var date = Texts.Moment(moment);
        return (new DateTime(date.Year, date.Month, 1) - DateTime.UnixEpoch).TotalSeconds;
    }

    public static double StartOfDay(double moment) => Math.Floor(moment / Units.Day) * Units.Day;

    public static double Of(Func<DateTime, int> part, double moment) => double.IsNaN(moment) ? moment : part(Texts.Moment(moment));

    private static double OfParts(double year, double month, double day) =>
        double.IsNaN(year + month + day) || year is < 1 or > 9998 ? double.NaN : (new DateTime((int)year, 1, 1).AddMonths((int)Math.Clamp(month, 1, 12) - 1).AddDays(Math.Clamp((int)day, 1, 31) - 1) - DateTime.UnixEpoch).TotalSeconds;

    private static FormulaFunction Part(Func<DateTime, int> part) => new(1, 1, (a, site) =>
        new(Expression.Call(typeof(DateFunctions), nameof(Of), null, Expression.Constant(part), site.Moment(a[0])), CellType.Integer, a[0].Constant));

    private static Typed Date(IReadOnlyList<Typed> a, CallSite site)
    {
        if (a.Count == 2) throw site.Wrong("it takes one moment, or year, month and day.");
        if (a.Count == 1) return new(Expression.Call(typeof(DateFunctions), nameof(StartOfDay), null, site.Moment(a[0])), CellType.Date, a[0].Constant);
        return new(Expression.Invoke(Expression.Constant((Func<double, double, double, double>)OfParts), site.Number(a[0]), site.Number(a[1]), site.Number(a[2])), CellType.Date, a.All(value => value.Constant));
    }
}
