using System.Diagnostics;
using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

/// <summary>No formula crashes or hangs: it is refused with its place, or has a value in every row.</summary>
public class FormulaFuzzTests
{
    private static readonly string[] Names = ["a", "b", "flag", "word", "free", "day", "moment", "n", "key", "parent", "root", "rows", "pi", "period.from", "previous.a", "first.word", "c.x", "shop.price", "shop", "nobody", "true", "false", "share", "friends", "words.w", "self.a", "candidate.a", "e"];
    private static readonly string[] Others = ["0", "1", "2.5", "1e300", "3 days", "5%", "''", "'x'", "'red'", "'2024-01-31'", "2024-02-29", "2024-02-29 12:30", "missing()", "random()", "normal()", "0.1.2", "1e", "9999999999999999999999"];
    private static readonly string[] Plain = ["a", "b", "n", "flag", "1", "2.5", "rows", "random()", "missing()", "period.from", "word", "free"];
    private static readonly string[] Signs = ["+", "-", "*", "/", "%", "^", "=", "!=", "<>", "<", "<=", ">", ">=", "and", "or", "not", "in", "between", "?", ":", "(", ")", ",", "[", "]", "!", "&&", "||", "'", "\"", "{", "}", ".", "#", "\\"];
    private static readonly string[] Calls = [.. Functions.Names, .. ChoiceFunctions.Names, .. NeighbourCalls.Names, "own", "twice", "lookup", "count", "sum", "mean", "last", "degree", "sum_so_far", "count_so_far"];

    internal const string World = """
        scenario: fuzz
        main: e
        words: {w: [red, green]}
        tables: {t: {by: {word: [red, green, blue], a: [0, 5, 9]}, values: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}}
        functions: {own(q): "if(q, 1, 2) + q", "twice(x, y)": "own(x) + own(y)"}
        networks: {friends: {over: e, degree: 3}}
        entities:
          shops: {rows: 3, attributes: {price: {integer: [1, 9]}}}
          e:
            attributes:
              a: {normal: [0, 5]}
              b: {integer: [0, 9]}
              flag: {chance: 0.5}
              word: {choose: [red, green, blue]}
              free: {template: "{word}{b}"}
              day: {uniform: {from: period.from, to: period.to}}
              moment: {formula: day + a * h}
              shop: {refer: shops}
              out: {formula: "FORMULA"}
          c: {parent: e, count: 2, attributes: {x: {normal: [0, 1]}}}
        """;

    [Fact]
    public void Random_tokens_are_refused_with_a_position_or_have_a_value()
    {
        var (random, formulas) = (new SplitRandom(4242), new List<string>());
        for (var number = 0; number < 3000; number++)
        {
            var text = new StringBuilder();
            for (var tokens = 1 + random.NextBelow(12); tokens > 0; tokens--)
                text.Append(random.NextBelow(4) switch { 0 => One(Names, random), 1 => One(Others, random), 2 => One(Signs, random), _ => One(Calls, random) + "(" }).Append(random.NextBelow(3) == 0 ? "" : " ");
            formulas.Add(text.ToString());
        }
        Assert.InRange(Taken(formulas), 30, 2900);
    }

    [Fact]
    public void Formulas_of_the_grammar_are_refused_with_a_position_or_have_a_value()
    {
        var random = new SplitRandom(77);
        Assert.InRange(Taken([.. Enumerable.Range(0, 3000).Select(_ => Made(random, 1 + random.NextBelow(4)))]), 400, 2900);
    }

    // Each is built to the limits of length or depth: whatever it is, it ends soon
    [Theory]
    [InlineData("", "(", "1", ")", 118)]
    [InlineData("", "-", "1", "", 118)]
    [InlineData("", "+", "1", "", 19000)]
    [InlineData("", "not ", "flag", "", 118)]
    [InlineData("", "2^", "1", "", 9000)]
    [InlineData("", "a + ", "1", "", 4900)]
    [InlineData("", "a + b * ", "1", "", 2400)]
    [InlineData("", "flag and ", "flag", "", 2000)]
    [InlineData("", "flag ? a : ", "b", "", 118)]
    [InlineData("", "coalesce(a, ", "1", ")", 118)]
    [InlineData("", "coalesce(", "missing()", ", 1)", 118)]
    [InlineData("", "if(", "a", ", 1, 2)", 118)]
    [InlineData("", "if(not (", "a", " != 3), 1, 2)", 59)]
    [InlineData("", "(", "flag", " != flag)", 118)]
    [InlineData("", "(", "flag", " in (flag, true, false))", 118)]
    [InlineData("", "(", "flag", " between false and true)", 118)]
    [InlineData("", "own(", "a", ")", 118)]
    [InlineData("", "twice(1, ", "a", ")", 118)]
    [InlineData("", "is_missing(", "free", ")", 118)]
    [InlineData("", "upper(", "free", ")", 118)]
    [InlineData("", "min(a, ", "b", ")", 118)]
    [InlineData("", "free + ", "free", "", 2800)]
    [InlineData("if(", "flag, 'x', ", "'y'", ")", 1)]
    [InlineData("", "pick(1, ", "a", ")", 118)]
    [InlineData("", "share_of(friends, ", "flag", ")", 118)]
    public void Formulas_at_the_limits_end_soon(string before, string repeated, string inside, string after, int times)
    {
        var formula = before + string.Concat(Enumerable.Repeat(repeated, times)) + inside + (before.Length > 0 ? after : string.Concat(Enumerable.Repeat(after, times)));
        Try(formula.Length > 20_000 ? formula[..20_000] : formula, repeated);
    }

    [Theory]
    [InlineData("if(", "b = {0}, 'v{0}', ", "'z')")]
    [InlineData("free in (", "'v{0}', ", "'z')")]
    [InlineData("pick(", "'v{0}', ", "'z')")]
    [InlineData("concat(", "'v{0}', ", "'z')")]
    [InlineData("interpolate(a, ", "{0}, 1, ", "99999, 2)")]
    [InlineData("pick_weighted(", "'v{0}', {0}, ", "'z', 1)")]
    public void Long_lists_are_read_in_time(string before, string item, string after)
    {
        var text = new StringBuilder(before);
        for (var i = 0; text.Length < 19_900; i++) text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, item, i);
        Try(text.Append(after).ToString(), before);
    }

    [Theory]
    [InlineData("format(a, 'F999999999')", "too many digits")]
    [InlineData("format(a, 'D5')", "is no format")]
    [InlineData("not upper(free)", "A text stands where a condition is expected")]
    [InlineData("if(word, 1, 2)", "A text stands where a condition is expected")]
    [InlineData("free = missing()", "ask is_missing(x)")]
    [InlineData("free and flag", "A text stands where a condition is expected")]
    public void What_would_fail_in_a_row_is_refused_before(string formula, string part) =>
        Assert.Contains(part, Assert.Throws<ScenarioException>(() => Scenario.Parse(World.Replace("FORMULA", formula, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    // Rejection from a gamma distribution of infinite shape never ends
    [Theory]
    [InlineData("gamma: {shape: 1 / z}")]
    [InlineData("beta: {alpha: 1 / z, beta: 1}")]
    [InlineData("student: {degrees: 1 / z}")]
    [InlineData("negative-binomial: {mean: 5, size: 1 / z}")]
    [InlineData("gamma: {shape: 1 / 0}")]
    public void Infinite_shapes_are_refused(string rule)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Worlds.Table($"z: {{value: 0}}\nx: {{{rule}}}", 1));

        Assert.Contains("it must be above 0 and finite", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(6, wrong.Errors[0].Place.Line);
    }

    [Fact]
    public void Huge_shapes_are_drawn_from() => Assert.All(Worlds.Table("x: {gamma: {shape: 1e300}}", 100).Numbers("x"), value => Assert.InRange(value, 0.99e300, 1.01e300));

    [Fact]
    public void What_is_read_twice_is_drawn_once()
    {
        var drawn = Worlds.Table("a: {formula: \"is_missing(random()) or random() != 2\"}\nb: {formula: \"coalesce(normal(), 9)\"}\nc: {formula: \"if(random() between 0 and 1, 1, 0)\"}\nd: {formula: \"if(floor(random() * 2) in (0, 1), 1, 0)\"}", 2000);

        Assert.All(drawn.Numbers("c"), value => Assert.Equal(1, value));
        Assert.All(drawn.Numbers("d"), value => Assert.Equal(1, value)); // two draws would fail to be 0 and then fail to be 1 in a quarter of the rows
    }

    // Reads and computes formulas in the rows of one world; a hundred at a time, since some take places in the rows
    private static int Taken(IReadOnlyList<string> formulas)
    {
        var taken = 0;
        foreach (var hundred in formulas.Chunk(100))
        {
            var compilation = Scenario.Parse(World.Replace("FORMULA", "1", StringComparison.Ordinal)).Compile(4, null);
            var entity = compilation.Entities["e"];
            var stream = new WorldEngine(compilation, new SimulationOptions()).Prepare().Split("e");
            var rows = new Sink();
            var runner = new EntityRunner(entity, one => one == entity ? rows : null, _ => true, default);
            for (var family = 0; family < 4; family++) runner.RunRoot(family, stream);
            foreach (var formula in hundred)
            {
                var clock = Stopwatch.StartNew();
                try
                {
                    var of = compilation.FormulasOf(entity, new AttributePlan(entity, "tried", ScenarioNode.Scalar("1")));
                    var typed = of.Parse(ScenarioNode.Scalar(formula, new SourcePlace("f.yaml", 1, 1)), "fuzz");
                    foreach (var row in rows.Made)
                    {
                        _ = of.CompileText(typed)(row, new SplitRandom(1));
                        if (!typed.Type.IsString) _ = of.Compile(typed)(row, new SplitRandom(1));
                    }
                    taken++;
                }
                catch (ScenarioException wrong)
                {
                    Assert.All(wrong.Errors, error => Assert.True(error.Place.Line > 0 && error.Place.Column > 0, $"{formula}: {error}"));
                }
                catch (Exception other)
                {
                    Assert.Fail($"{formula}\n{other}");
                }
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}: {formula}");
            }
        }
        return taken;
    }

    private static void Try(string formula, string what)
    {
        var clock = Stopwatch.StartNew();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var yaml = World.Replace("FORMULA", formula.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
            foreach (var _ in Scenario.Parse(yaml).Run(4, new SimulationOptions { Threads = 1, Cancellation = time.Token }).Stream()) continue;
        }
        catch (ScenarioException wrong)
        {
            Assert.All(wrong.Errors, error => Assert.True(error.Place.Line > 0 && error.Place.Column > 0, $"{what}: {error}"));
        }
        catch (Exception other)
        {
            Assert.Fail($"{what}: {formula[..Math.Min(300, formula.Length)]}\n{other}");
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{what} took {clock.Elapsed}: {formula[..Math.Min(300, formula.Length)]}");
    }

    // Copies of rows with places to spare
    private sealed class Sink : IRowSink
    {
        public List<Row> Made { get; } = [];

        public bool Keeps => true;

        public void Add(Row row)
        {
            var copy = new Row(row.Numbers.Length + 1000, row.Texts.Length + 1000) { Previous = row.Previous, First = row.First, Number = row.Number };
            row.Numbers.CopyTo(copy.Numbers, 0);
            row.Texts.CopyTo(copy.Texts, 0);
            copy.Random.Copy(row.Random);
            Made.Add(copy);
        }
    }

    // A formula of the grammar, mostly with fitting types
    private static string Made(SplitRandom random, int depth)
    {
        if (depth == 0) return One(random.NextBelow(12) switch { 0 => Names, 1 => Others, _ => Plain }, random);
        string Part() => Made(random, depth - 1);
        return random.NextBelow(9) switch
        {
            0 => $"({Part()} {One(["+", "-", "*", "/", "%", "^"], random)} {Part()})",
            1 => $"({Part()} {One(["=", "!=", "<", ">=", "and", "or"], random)} {Part()})",
            2 => $"if({Part()}, {Part()}, {Part()})",
            3 => $"{Part()} in ({Part()}, {Part()})",
            4 => $"({Part()} between {Part()} and {Part()})",
            5 => $"({Part()} ? {Part()} : {Part()})",
            6 => $"not {Part()}",
            _ => $"{One(Calls, random)}({string.Join(", ", Enumerable.Range(0, random.NextBelow(4)).Select(_ => Part()))})",
        };
    }

    private static string One(string[] of, SplitRandom random) => of[random.NextBelow(of.Length)];
}
