using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

// Marginals DATA DOMAIN METHOD EPSILON [RUNS] [OPTION=VALUE ...]: fits a private generator, samples as many rows as DATA has, and tells half the L1 error of all
// 2-way and 3-way marginals (columns that the domain gives as codes), wall and processor time of the fit, for each run and on average.
if (args.Length < 4)
{
    Console.Error.Write("usage: Marginals DATA.csv DOMAIN.json METHOD EPSILON [RUNS] [OPTION=VALUE ...]\n");
    return 2;
}
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var data = DataFrame.LoadCsv(args[0]);
var runs = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 3;
var options = new Dictionary<string, string> { ["domain"] = args[1], ["epsilon"] = args[3] };
foreach (var option in args.Skip(5)) options[option.Split('=')[0]] = option.Split('=')[1];
var catalog = new Catalog<GeneratorAttribute>("model", typeof(IndependentGenerator).Assembly);
var real = Codes(data, out var sizes);
var sums = new double[4];
for (var run = 0; run < runs; run++)
{
    var (start, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
    var model = GeneratorFactory.Create(catalog, args[2], options).Fit(data, new FitContext(data.InferSchema()));
    double wall = Stopwatch.GetElapsedTime(start).TotalSeconds, used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
    var sample = model.Sample((int)data.Rows.Count, new() { Seed = (ulong)run });
    var made = Codes(sample, out _);
    double two = Error(real, made, sizes, 2), three = Error(real, made, sizes, 3);
    Console.Out.Write($"{args[2]} epsilon {args[3]} run {run}: 2-way {two:0.00000}  3-way {three:0.00000}  fit {wall:0.0} s wall, {used:0.0} s processor\n");
    (sums[0], sums[1], sums[2], sums[3]) = (sums[0] + two, sums[1] + three, sums[2] + wall, sums[3] + used);
}
Console.Out.Write($"{args[2]} epsilon {args[3]} mean of {runs}: 2-way {sums[0] / runs:0.00000}  3-way {sums[1] / runs:0.00000}  fit {sums[2] / runs:0.0} s wall, {sums[3] / runs:0.0} s processor\n");
return 0;

int[][] Codes(DataFrame table, out int[] sizes)
{
    var codes = new int[table.Columns.Count][];
    sizes = new int[codes.Length];
    for (var i = 0; i < codes.Length; i++)
    {
        codes[i] = [.. ((Int64Column)table.Columns[i]).Values.ToArray().Select(value => (int)value)];
        sizes[i] = Math.Max(codes[i].Max(), data.Columns[i].ToNumbers().Max() is var most ? (int)most : 0) + 1;
    }
    return codes;
}

static double Error(int[][] real, int[][] made, int[] sizes, int degree)
{
    var sets = new List<int[]>();
    for (var i = 0; i < real.Length; i++)
        for (var j = i + 1; j < real.Length; j++)
        {
            if (degree == 2) sets.Add([i, j]);
            for (var k = j + 1; k < real.Length && degree == 3; k++) sets.Add([i, j, k]);
        }
    var errors = new double[sets.Count];
    Parallel.For(0, sets.Count, s =>
    {
        var difference = new Dictionary<long, double>();
        Count(real, 1.0 / real[0].Length);
        Count(made, -1.0 / made[0].Length);
        errors[s] = difference.Values.Sum(Math.Abs) / 2;

        void Count(int[][] codes, double weight)
        {
            for (var row = 0; row < codes[0].Length; row++)
            {
                var cell = 0L;
                foreach (var column in sets[s]) cell = cell * 100_000 + codes[column][row];
                difference[cell] = difference.GetValueOrDefault(cell) + weight;
            }
        }
    });
    return errors.Average();
}
