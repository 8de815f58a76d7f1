using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

// Neighbours [ROWS [NUMBERS [CODES [COUNT]]]]: searches made-up rows among as many others, tells time and memory.
var sizes = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Concat([100_000, 6, 9, 1]).ToArray();
var (rows, numbers, codes, count) = (sizes[0], args.Length > 1 ? sizes[1] : 6, args.Length > 2 ? sizes[2] : 9, args.Length > 3 ? sizes[3] : 1);
foreach (var related in new[] { true, false })
{
    MixedPoints references = Points(1, related), queries = Points(2, related);
    var start = Stopwatch.GetTimestamp();
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var found = new NearestNeighbours(references).Find(queries, count);
    process.Refresh();
    Console.Out.Write(string.Create(CultureInfo.InvariantCulture,
        $"{rows:N0} x {numbers + codes} among as many, {count} nearest, {(related ? "dependent" : "independent")} columns: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s wall, {(process.TotalProcessorTime - before).TotalSeconds:0.0} s CPU, peak {process.PeakWorkingSet64 >> 20} MB, mean {FixedOrderSum.Of([.. found.Distances.Select(d => (double)d)]) / found.Distances.Length:0.0000}\n"));
}
return 0;

MixedPoints Points(ulong seed, bool related)
{
    var random = new SplitRandom(seed);
    var made = Enumerable.Range(0, numbers).Select(_ => new float[rows]).ToArray();
    var chosen = Enumerable.Range(0, codes).Select(_ => new int[rows]).ToArray();
    for (var row = 0; row < rows; row++)
    {
        var z = random.NextDouble();
        foreach (var column in made) column[row] = (float)(related ? 0.7 * z + 0.3 * random.NextDouble() : random.NextDouble());
        foreach (var column in chosen) column[row] = related && random.NextBelow(3) > 0 ? (int)(z * 10) : random.NextBelow(10);
    }
    return new(rows, made, chosen);
}
