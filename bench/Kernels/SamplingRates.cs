using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Benchmarks;

/// <summary>Rows a second of CPU that models sample, which a loaded machine disturbs less than rows a second of the clock.</summary>
internal static class SamplingRates
{
    /// <summary>Fits each model on a table, samples it on one thread and redraws the last two columns of some rows.</summary>
    /// <param name="path">A CSV file.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="models">Which models; null for all.</param>
    public static void Print(string path, int rows, string[]? models)
    {
        var catalog = new Catalog<GeneratorAttribute>("model", typeof(CopulaGenerator).Assembly);
        var training = DataFrame.LoadCsv(path);
        var context = new FitContext(training.InferSchema());
        using var process = Process.GetCurrentProcess();
        foreach (var id in models ?? catalog.Ids)
        {
            var (wall, cpu) = (Stopwatch.GetTimestamp(), Cpu());
            var model = GeneratorFactory.Create(catalog, id).Fit(training, context);
            var fit = (Stopwatch.GetElapsedTime(wall).TotalSeconds, Cpu() - cpu);
            model.Sample(50_000, new() { Threads = 1 });
            var best = double.PositiveInfinity;
            for (var run = 0; run < 3; run++)
            {
                cpu = Cpu();
                model.Sample(rows, new() { Threads = 1 });
                best = Math.Min(best, Cpu() - cpu);
            }
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{id,-12} fit {fit.TotalSeconds:F1} s, CPU {fit.Item2:F1} s; sample {best / rows * 1e6:F2} us CPU a row, {rows / best:N0} rows a CPU second{Redrawn(model)}\n"));
        }

        string Redrawn(IFittedGenerator model)
        {
            if (model is not IImputer imputer) return "";
            var part = training.Slice(0, Math.Min(4096, training.Columns.RowCount));
            string[] columns = [.. training.Columns.Skip(Math.Max(0, training.Columns.Count - 2)).Select(column => column.Name)];
            var before = Cpu();
            imputer.Redraw(part, columns, new() { Threads = 1 });
            return string.Create(CultureInfo.InvariantCulture, $"; two columns redrawn {(Cpu() - before) / part.Columns.RowCount * 1e6:F0} us CPU a row");
        }

        double Cpu()
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }
}
