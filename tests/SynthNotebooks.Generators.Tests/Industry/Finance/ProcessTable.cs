using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Tests.Industry.Finance;

/// <summary>The rows of one run of a process.</summary>
internal sealed class ProcessTable : IProcessRows
{
    private readonly List<double[]> _cells = [];
    private readonly IProcess _process;

    private ProcessTable(IProcess process) => _process = process;

    public List<double> Times { get; } = [];

    public int Count => _cells.Count;

    public static ProcessTable Of(IProcess process, string from, string to, ulong seed = 1)
    {
        var table = new ProcessTable(process);
        process.Run(new(new SplitRandom(seed), Seconds(from), Seconds(to)), table);
        return table;
    }

    public static double Seconds(string time) => (DateTime.Parse(time, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalSeconds;

    public void Add(double seconds, params ReadOnlySpan<double> cells)
    {
        Assert.True(Times.Count == 0 || seconds >= Times[^1], "times run backwards");
        Assert.Equal(_process.Columns.Count, cells.Length);
        Times.Add(seconds);
        _cells.Add(cells.ToArray());
    }

    public double[] this[string column]
    {
        get
        {
            var at = Enumerable.Range(0, _process.Columns.Count).Single(i => _process.Columns[i].Name == column);
            return [.. _cells.Select(cells => cells[at])];
        }
    }

    public string[] Texts(string column)
    {
        var categories = _process.Columns.Single(one => one.Name == column).Categories;
        return [.. this[column].Select(code => categories[(int)code])];
    }

    public bool SameAs(ProcessTable other, int rows) =>
        Times.Take(rows).SequenceEqual(other.Times.Take(rows)) && _cells.Take(rows).Zip(other._cells.Take(rows)).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
