using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Scripting;

/// <summary>What a session answers does not depend on whether pieces are put aside: results, errors, completion, inspection.</summary>
public sealed partial class LongSessionLikenessTests
{
    // Cells are parted by a line of dashes.
    public static TheoryData<string> Sessions =>
    [
        "string F(int a) => \"a\";\n---\nstring F(int b) => \"b\";\n---\nF(a: 1) + F(b: 1)",
        "int F(int a = 5) => a;\n---\nint F(int a) => -a;\n---\nF() + F(1)",
        "int F(params int[] a) => a.Length;\n---\nint F(int[] a) => -1;\n---\nF(1, 2) + F([1, 2])",
        "int F(int n) => 1;\n---\nstring F(int n) => \"s\";\n---\nFunc<int, int> f = F; Func<int, string> g = F;\n---\nf(1) + g(1)",
        "string F<T>(T x) where T : class => \"class\";\n---\nstring F<T>(T x) where T : struct => \"struct\";\n---\nF(\"a\") + F(1)",
        "class A { }\n---\nstring F<T>(T x) where T : A => \"old\";\n---\nvar a = new A();\n---\nclass A { }\n---\nstring F<T>(T x) where T : A => \"new\";\n---\nF(a) + F(new A())",
        "Action F = () => Console.Write(\"called\");\n---\nint F = 5;\n---\nF(); Console.Write(F);\n---\nclass F { public int V = 3; }\n---\nF(); Console.Write(new F().V);",
        "string F(int n) => \"int\";\n---\nvar F = 5;\n---\nstring F(string s) => \"string\";\n---\nvar F = 6;\n---\nF(1)\n---\nF(\"\") + F",
        "int N = 5;\n---\nusing N = System.Int32;\n---\nN.MaxValue\n---\ntypeof(N)\n---\nvar N = \"text\";\n---\nN.Length\n---\nN.MaxValue",
        "struct P { public string V { get => field; set => field = value; } }\nstruct Q(string s) { public int Size => s.Length; }\n---\nunsafe int Size<T>() where T : unmanaged => sizeof(T);\n---\nSize<P>()\n---\nSize<Q>()\n---\nunsafe { Q* q = null; }",
        "dynamic e = 4; nint h = 5; List<dynamic> list = [1];\n---\nclass dynamic { public int V = 9; } class nint { }\n---\ne + 1\n---\nh + 1\n---\nlist[0] + new dynamic().V",
        "/// <summary>How far.</summary>\nvar radius = 2.5; /// <summary>Both.</summary>\nstatic int left = 1, right = 2;\n---\n/// <summary>Of <see cref=\"radius\"/> and <see cref=\"Box{T}\"/>.</summary>\ndouble Area(double r) => r * radius;\n---\n/// <summary>Holds.</summary>\nclass Box<T> { public T V; }",
        "/// <summary>Old words.</summary>\nint F(int n) => n;\n---\nint F(int n) => n + 1;\n---\nstring F(string s) => s;\n---\nint F(int n) => n + 2;\n---\nF(1) + F(\"\")",
        "using System.ComponentModel;\n---\n[EditorBrowsable(EditorBrowsableState.Never)] int Hidden() => 1;\n[EditorBrowsable(EditorBrowsableState.Never)] class HiddenType { }\n---\nHidden()",
        "const int data = 1;\n---\nint G(int a = data) => a;\n---\nvar data = \"text\";\n---\nG()\n---\ndata.Length",
        "class Tools { public static int Third(int n) => n / 3; }\n---\ninterface IShape { }\n---\nenum Side { Left }\n---\nSide Side = Side.Left;\n---\nvar Side = 5;\n---\nusing static Tools;\n---\nThird(9)",
        "class A { public int V = 1; }\n---\nclass B : A { public A Inner = new(); }\n---\nB Make(A a) => new B { Inner = a };\n---\nvar made = Make(new A { V = 7 });\n---\nclass A { public int V = 2; }\n---\nmade.Inner.V + new A().V\n---\nMake(new A())\n---\nMake(new B()).Inner.V",
    ];

    [Theory, MemberData(nameof(Sessions))]
    public async Task Every_answer_is_the_same_as_if_nothing_were_put_aside(string session)
    {
        for (var between = 1; between <= 3; between++)
        {
            var expected = await AnswersAsync(session, between, new() { LongestChain = int.MaxValue });
            var found = await AnswersAsync(session, between, new() { LongestChain = 1 });
            Assert.Equal(string.Join('\n', expected), string.Join('\n', found));
        }
    }

    // What is put aside when, and how it comes back, depends on the number of cells between: the same everywhere, or from three on any.
    private static async Task<List<string>> AnswersAsync(string session, int between, CSharpSessionOptions options)
    {
        await using var notebook = new Notebook(options);
        var noise = new Noise((ulong)between);
        var answers = new List<string>();
        foreach (var cell in session.Split("\n---\n"))
        {
            await FillAsync();
            var output = await notebook.TryAsync(cell);
            answers.Add($"{cell} => {output.Out}{output.Plain}{string.Join('\n', notebook.Outcome.Error?.Traceback ?? [])}");
        }
        await FillAsync();
        if (between > 2) return answers;
        foreach (var name in Names().Matches(session).Select(match => match.Value).Distinct().Where(name => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None))
        {
            foreach (var code in name.Length == 1 ? [name + "."] : (string[])[name[..^1], "using static " + name[..^1], name + "."])
                answers.AddRange((await notebook.Session.CompleteAsync(code, code.Length, CancellationToken.None)).Matches.Where(match => match.Kind != "keyword").Select(match => $"{code} -> {match}"));
            foreach (var code in (string[])[name, name + "("])
                answers.Add($"{code} ? {(await notebook.Session.InspectAsync(code, code.Length, CancellationToken.None))?.Data["text/plain"]}");
        }
        return answers;

        async Task FillAsync()
        {
            for (var i = between < 3 ? between : noise.Below(5); i > 0; i--) await notebook.RunAsync($"var filler{i} = {i};");
        }
    }

    [Fact]
    public async Task Two_libraries_can_have_a_type_of_one_name()
    {
        var folder = Directory.CreateTempSubdirectory("libraries").FullName;
        var paths = ((string[])["First", "Second"]).Select(name =>
        {
            var text = $"namespace Shared {{ public class Thing {{ public string From => \"{name}\"; }} public static class {name} {{ public static Thing New() => new(); }} }}";
            var library = CSharpCompilation.Create("Library" + name, [CSharpSyntaxTree.ParseText(text)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
            var path = Path.Combine(folder, $"Library{name}.dll");
            Assert.True(library.Emit(path).Success);
            return path;
        }).ToArray();

        await Every_answer_is_the_same_as_if_nothing_were_put_aside($"#r \"{paths[0]}\"\nvar a = Shared.First.New();\n---\nvar again = a;\n---\n#r \"{paths[1]}\"\nvar b = Shared.Second.New();\n---\na.From + b.From\n---\nagain.From\n---\nnew Shared.Thing()");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Completion_and_inspection_can_be_asked_from_many_threads_while_cells_run()
    {
        await using var notebook = new Notebook(new() { LongestChain = 1 });
        await notebook.RunAsync("class Box { public int Content; } Box MakeBox(int n) => new Box { Content = n };");
        for (var i = 0; i < 12; i++) await notebook.RunAsync($"var v{i} = MakeBox({i});");
        using var ended = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 3).Select(asker => Task.Run(async () =>
        {
            for (var round = asker; !ended.IsCancellationRequested; round++)
            {
                var name = $"v{round % 12}";
                Assert.Contains((await notebook.Session.CompleteAsync(name, name.Length, CancellationToken.None)).Matches, match => match.Text == name);
                Assert.Contains((await notebook.Session.CompleteAsync(name + ".Con", name.Length + 4, CancellationToken.None)).Matches, match => match.Text == "Content");
                Assert.NotNull(await notebook.Session.InspectAsync(name, 1, CancellationToken.None));
            }
        })).ToArray();
        for (var i = 0; i < 36; i++) Assert.Equal($"{i % 12 + 1}", await notebook.ValueAsync($"var w{i} = v{i % 12}; w{i}.Content + MakeBox(1).Content"));
        await ended.CancelAsync();
        await Task.WhenAll(askers);
    }

    [GeneratedRegex(@"\b[A-Za-z]\w*\b")]
    private static partial Regex Names();
}
