using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Scripting;

/// <summary>Sessions with so many cells that most are put aside: nobody must notice.</summary>
public sealed class LongSessionTests
{
    private static readonly CSharpSessionOptions Short = new() { LongestChain = 1 }, Endless = new() { LongestChain = int.MaxValue };

    // Cells are parted by a line of dashes; what the last one shows is expected.
    public static TheoryData<string, string> Sessions => new()
    {
        { "var a = 1; string b = \"x\"; int[] c = [1, 2]; (int Left, string Right) d = (3, \"y\"); dynamic e = 4; int? f = null; Dictionary<string, List<int[]>> g = new(); nint h = 5; object i = 6.5;\n---\n$\"{a}{b.Length}{c[1]}{d.Left}{d.Right}{e + 1}{f ?? 0}{g.Count}{h}{i}\"", "1123y50056.5" },
        { "Dictionary<int, int>.KeyCollection keys = new Dictionary<int, int> { [7] = 1 }.Keys; Func<int, (int, string)> make = n => (n, \"t\"); Action<int[]>[] many = new Action<int[]>[2];\n---\nkeys.First() + make(2).Item2 + many.Length", "7t2" },
        { "var x = 1;\n---\nint Older() => x;\n---\nvar x = \"text\";\n---\nOlder() + x.Length", "5" },
        { "var x = 1;\n---\nvar y = x + 1;\n---\nvar x = \"text\";\n---\nvar z = y + 1;\n---\nvar y = 'c';\n---\nz + x.Length", "7" },
        { "string F(int n) => \"int\";\n---\nstring F(string n) => \"string\";\n---\nstring F(int n) => \"newer\";\n---\nF(1) + F(\"\")", "newerstring" },
        { "class Box { public int V = 1; }\n---\nstring Name(Box b) => \"old\" + b.V;\n---\nvar old = new Box();\n---\nclass Box { public int V = 2; }\n---\nstring Name(Box b) => \"new\" + b.V;\n---\nName(old) + Name(new Box())", "old1new2" },
        { "class Box<T> { public T V; }\n---\nclass Box { public int V = 3; }\n---\nnew Box<string> { V = \"s\" }.V + new Box().V", "s3" },
        { "record Point(int X, int Y) { public int Sum => X + Y; public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); public int this[int i] => i == 0 ? X : Y; public static implicit operator int(Point p) => p.Sum; }\n---\nPoint Make() => new(1, 2);\n---\nvar p = Make();\n---\nint n = p + p with { X = 5 };\nn + p[1]", "12" },
        { "abstract class Animal { public abstract string Sound { get; } protected virtual int Legs() { return 4; } public int Count => Legs(); }\n---\nclass Bird : Animal { public override string Sound => \"tweet\"; protected override int Legs() => 2; }\n---\nAnimal pet = new Bird();\n---\npet.Sound + pet.Count", "tweet2" },
        { "var q = new[] { 1, 2 }.Select(v => new { Value = v, Half = v / 2.0 }).ToList();\n---\nq.Add(new { Value = 9, Half = 4.5 });\n---\nq.Sum(v => v.Value + v.Half)", "18" },
        { "var one = new { A = 1 };\n---\nvar two = new { A = 2, B = \"b\" };\n---\none = new { A = 5 };\n---\nvar list = new[] { one, new { A = 6 } };\n---\nlist[1].A + list[0].A + two.B", "11b" },
        { "var pairs = (from a in new[] { 1, 2 } from b in new[] { 3 } let c = a * b where c > 3 select new { a, c }).ToList();\n---\nvar other = new { a = 1, b = 2 };\n---\nvar again = (from a in new[] { 4 } from b in new[] { 5 } let c = a + b select new { a, b, c }).First();\n---\nother = new { again.a, again.b };\n---\n$\"{pairs[0].c} {other.b} {again.c}\"", "6 5 9" },
        { "var shape = new { N = 1 };\n---\nvar copy = shape;\n---\nvar lookup = new[] { copy }.ToDictionary(s => s.N);\n---\nlookup[1] = new { N = 8 };\n---\nlookup[1].N", "8" },
        { "var up = (ref int n) => n++;\n---\nvar count = 1;\n---\nup(ref count); up(ref count);\n---\ncount", "3" },
        { "var add = (int a, int b = 10) => a + b;\n---\nadd(1) + add(1, 2)", "14" },
        { "static int Twice(this int n) => 2 * n;\n---\nstatic IEnumerator<int> GetEnumerator(this int n) => Enumerable.Range(0, n).GetEnumerator();\n---\nstatic System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this int n) => Task.Delay(n).GetAwaiter();\n---\nstatic void Deconstruct(this string s, out char first, out int size) { first = s[0]; size = s.Length; }\n---\nvar sum = 0; foreach (var i in 4) sum += i; await 1; var (c, size) = \"abc\"; sum.Twice() + size", "15" },
        { "using System.Numerics;\n---\nusing static System.Math;\n---\nusing Number = System.Int64;\n---\nclass Tools { public static int Third(int n) => n / 3; }\n---\nusing static Tools;\n---\nusing Kit = Tools;\n---\nVector2.One.X + Max(1, 2) + (Number)3 + Third(9) + Kit.Third(3)", "10" },
        { "const int N = 3; static int counter = 4; readonly string text = \"r\"; volatile int v = 5;\n---\nint F(int a = N) => a; int Count() => ++counter;\n---\nF() + Count() + v + text + counter", "13r5" },
        { "int.TryParse(\"7\", out var seen); var (a, b) = (1, \"two\"); if ((object)5 is int number) { } var kept = int.TryParse(\"8\", out var inner) ? inner : 0;\n---\nseen + a + b + kept + inner", "8two88" },
        { "int.TryParse(\"7\", out var seen); var hidden = new { V = 1 }; if (hidden is { V: var part }) { } Dictionary<int, int> map = new() { [1] = 2 }; map.TryGetValue(1, out var found);\n---\nhidden.V + part + seen + found", "11" },
        { "int Value { get; set; } = 6; int Computed => Value + 1; event Action Changed; void Raise() { Changed?.Invoke(); }\n---\nChanged += () => Value++;\n---\nRaise();\n---\nComputed", "8" },
        { "enum Side { Left = 4, Right }\n---\ndelegate int Map(int n);\n---\ninterface IShape { int Area { get; } static int Corners => 4; }\n---\nrecord struct Square(int Size) : IShape { public int Area { get { return Size * Size; } } }\n---\nIShape s = new Square(3);\n---\n((Map)(n => n + 1))((int)Side.Right) + s.Area + IShape.Corners", "19" },
        { "class MarkAttribute : Attribute { public MarkAttribute(string name) => Name = name; public string Name { get; } }\n---\nvar filled = 1;\n---\n[Mark(\"m\")] class Marked { }\n---\n((MarkAttribute)Attribute.GetCustomAttribute(typeof(Marked), typeof(MarkAttribute))).Name", "m" },
        { "async Task<int> Later(int n) { await Task.Yield(); return n; }\n---\nasync IAsyncEnumerable<int> Stream() { yield return 1; await Task.Yield(); yield return 2; }\n---\nIEnumerable<int> Lazy() { yield return 3; }\n---\nvar total = 1;\n---\ntotal += await Later(4); await foreach (var i in Stream()) total += i; total += Lazy().First();\n---\ntotal", "11" },
        { "var array = new[] { 1, 2 };\n---\nref int First(int[] a) => ref a[0];\n---\nFirst(array) = 8; { ref int last = ref array[1]; last = 9; }\n---\nstring.Join(',', array)", "8,9" },
        { "var numbers = new List<int>(); Action<int> note = numbers.Add;\n---\nvar source = new TaskCompletionSource(); var background = Task.Run(async () => { await source.Task; note(1); note(2); });\n---\nsource.SetResult(); await background;\n---\nnumbers.Count", "2" },
        { "#nullable enable\nstring? text = null;\n#region r\nclass Holder { public string? Text; }\n#endregion\n#if NOWHERE\nint broken = ;\n#endif\n#pragma warning disable CS0168\nint after = 4;\n---\nvar holder = new Holder { Text = \"t\" };\n---\nafter + (text ?? holder.Text)", "4t" },
        { "var @class = 1; int @event(int @in) => @in; var été = 2; var value = 3; var field = 4; var record = 5;\n---\n@class + @event(2) + été + value + field + record", "17" },
        { "T Same<T>(T value) where T : class => value;\n---\nclass Tree<T> where T : IComparable<T> { public class Node { public T Value; public Node Next; } public Node Root; }\n---\nvar tree = new Tree<int> { Root = new Tree<int>.Node { Value = 5 } };\n---\nvar node = tree.Root;\n---\nSame(node).Value", "5" },
        { "class Counter { public static int Made; public Counter() { Made++; } ~Counter() { } }\n---\nnew Counter(); new Counter();\n---\nCounter.Made", "2" },
        { "partial class Part { public partial int A(); public partial int A() => 1; }\nclass Two(int n) : Base(n) { public int M => n; }\nclass Base(int n) { public readonly int K = n * 2; }\n---\nnew Part().A() + new Two(3).M + new Two(3).K", "10" },
        { "unsafe struct Raw { public fixed int Cells[3]; }\nunsafe int Size() => sizeof(Raw);\n---\nSize()", "12" },
        { "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();\n---\ngetpid() == Environment.ProcessId", "True" },
        { "[System.Runtime.CompilerServices.InterpolatedStringHandler] struct Shout { string s; public Shout(int l, int f) { s = \"\"; } public void AppendLiteral(string t) => s += t.ToUpper(); public void AppendFormatted<T>(T t) => s += t; public string Text => s; }\n---\nstring Say(Shout s) => s.Text;\n---\nSay($\"a{1}b\")", "A1B" },
    };

    [Theory, MemberData(nameof(Sessions))]
    public async Task Every_cell_finds_what_earlier_ones_declared(string session, string expected)
    {
        var cells = session.Split("\n---\n");
        foreach (var (options, between) in ((CSharpSessionOptions, int)[])[(Endless, 0), (Short, 0), (Short, 4)])
        {
            await using var notebook = new Notebook(options);
            await FillAsync();
            foreach (var cell in cells.SkipLast(1))
            {
                await notebook.RunAsync(cell);
                await FillAsync();
            }

            async Task FillAsync()
            {
                for (var i = 0; i < between; i++) await notebook.RunAsync($"var filler{i} = {i};");
            }

            Assert.Equal(expected, await notebook.ValueAsync(cells[^1]));
        }
    }

    [Theory, Seeds(3)]
    public async Task Cells_that_mention_others_at_random_compute_what_they_compute_in_a_short_session(ulong seed)
    {
        var noise = new Noise(seed);
        var lists = 0;
        var cells = new List<string> { "var v0 = 1L; long F0(long n) => n;" };
        for (var i = 1; i < 90; i++)
        {
            var (a, b, c) = (noise.Below(i), noise.Below(i), noise.Below(i));
            cells.Add(noise.Below(6) switch
            {
                0 => $"var v{i} = v{a} + v{b}; long F{i}(long n) => F{c}(n) + v{i};",
                1 => $"record R{i}(long N) {{ public long Twice => 2 * N % 1009; }}\nvar r{i} = new R{i}(v{a}); var v{i} = r{i}.Twice; long F{i}(long n) => (n + r{i}.N) % 1013;",
                2 => $"var q{lists++} = new[] {{ v{a}, v{b} }}.Select(x => new {{ X = x, Y{a % 3} = x + 1 }}).ToList(); var v{i} = q{noise.Below(lists)}.Sum(p => p.X) % 1009; long F{i}(long n) => (n + q{noise.Below(lists)}[0].X) % 997;",
                3 => $"var v{i} = F{a}(v{b}) % 1009; var v{a} = {c}L; long F{i}(long n) => n + {i};",
                4 => $"long F{b}(long n) => n + v{a} % 7; var v{i} = F{b}(v{c}) % 1009; long F{i}(long n) => F{b}(n) % 1021;",
                _ => $"var v{i} = 0L; for (var k = 0; k < 3; k++) {{ v{i} += v{a}; v{b} = (v{b} + k) % 1009; }} v{i} %= 1009; long F{i}(long n) => n - v{c};",
            });
        }
        var ask = $"string.Join(' ', new[] {{ {string.Join(", ", Enumerable.Range(0, 90).Select(i => $"v{i}"))} }}) + F{noise.Below(90)}(5)";
        var results = new List<string?>();
        foreach (var options in (CSharpSessionOptions[])[Endless, Short, new() { LongestChain = 16 }])
        {
            await using var notebook = new Notebook(options);
            foreach (var cell in cells) await notebook.RunAsync(cell);
            results.Add(await notebook.ValueAsync(ask));
        }

        Assert.True(results.All(result => result == results[0]), string.Join('\n', results));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Libraries_stay_known_whatever_is_taken_back(int between)
    {
        await using var notebook = new Notebook(Short);
        await notebook.RunAsync("class Own { public int V = 6; }");
        await notebook.RunAsync("var old = 5;");
        await FillAsync();
        await notebook.RunAsync("old += 0;");
        await FillAsync();
        await notebook.RunAsync($"#r \"{typeof(Assert).Assembly.Location}\"\nvar recent = 7;");
        await FillAsync();

        await notebook.RunAsync("Xunit.Assert.Equal(5, old);");
        await notebook.RunAsync("Xunit.Assert.Equal(12, old + recent); var error = Xunit.Assert.Throws<FormatException>((Action)(() => throw new FormatException()));");
        await FillAsync();
        Assert.Equal("FormatException6", await notebook.ValueAsync("error.GetType().Name + new Own().V"));
        await notebook.RunAsync("Xunit.Assert.Equal(7, recent);");

        async Task FillAsync()
        {
            for (var i = 0; i < between; i++) await notebook.RunAsync($"var filler{i} = {i};");
        }
    }

    [Fact]
    public async Task Completion_and_inspection_know_what_is_put_aside()
    {
        await using var notebook = new Notebook(Short);
        await notebook.RunAsync("record Point(int X, int Y);\n/// <summary>Joins two.</summary>\nPoint Middle(Point a, Point b) => a;\nvar center = new Point(1, 2); var radius = 2.5;");
        for (var i = 0; i < 8; i++) await notebook.RunAsync($"var filler{i} = {i};");

        Assert.Equal(("radius", "variable", "double radius"), await OnlyMatchAsync("radi"));
        Assert.Equal("center", (await OnlyMatchAsync("cent")).Text);
        Assert.Equal("Point", (await OnlyMatchAsync("var p = new Poin")).Text);
        Assert.Equal("X", (await OnlyMatchAsync("center.X")).Text);
        Assert.Equal("filler3", (await OnlyMatchAsync("filler3")).Text);
        var inspected = await InspectAsync("Middle");
        Assert.Contains("Middle(Point a, Point b)", inspected);
        Assert.Contains("Joins two.", inspected);
        Assert.Contains("= 2.5", await InspectAsync("radius"));

        async Task<string> InspectAsync(string name) => (await notebook.Session.InspectAsync(name, 3, CancellationToken.None))!.Data["text/plain"].GetValue<string>();

        async Task<(string Text, string? Kind, string? Description)> OnlyMatchAsync(string code)
        {
            var item = Assert.Single((await notebook.Session.CompleteAsync(code, code.Length, CancellationToken.None)).Matches);
            return (item.Text, item.Kind, item.Description);
        }
    }

    [Fact]
    public async Task Errors_say_the_same_and_leave_no_trace()
    {
        var messages = new List<string>();
        foreach (var options in (CSharpSessionOptions[])[Endless, Short])
        {
            await using var notebook = new Notebook(options);
            await notebook.RunAsync("class Box { public int V; }\nvar box = new Box(); int F(Box b) => b.V;");
            for (var i = 0; i < 8; i++) await notebook.RunAsync($"var filler{i} = {i};");
            messages.AddRange(await MessageAsync("box.W"), await MessageAsync("F(1)"), await MessageAsync("nothing + box"), await MessageAsync("string s = box;"), await MessageAsync("var q = box; throw new Exception(\"x\");"));
            Assert.Equal("0", await notebook.ValueAsync("q.V"));

            async Task<string> MessageAsync(string code) => string.Join('\n', (await notebook.ErrorAsync(code)).Traceback);
        }

        Assert.Equal(messages.Take(5), messages.Skip(5));
    }

    [Fact]
    public async Task Magics_and_user_expressions_reach_what_is_put_aside()
    {
        await using var notebook = new Notebook(Short);
        await notebook.RunAsync("var old = 5; class Own { } var own = new Own();");
        for (var i = 0; i < 8; i++) await notebook.RunAsync($"var filler{i} = {i};");

        await notebook.Session.Variables.SetAsync("old", 6, typeof(int));
        await notebook.Session.Variables.SetAsync("added", "text", typeof(string));
        for (var i = 0; i < 8; i++) await notebook.RunAsync($"var filler{i} = {i};");

        Assert.Equal("10", await notebook.ValueAsync("old + added.Length"));
        Assert.Contains(notebook.Session.Variables.List(), variable => variable.Name == "own");
    }
}
