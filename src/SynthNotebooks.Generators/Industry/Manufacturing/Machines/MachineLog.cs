namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>The readings of one machine, kept until it is known when it fails next.</summary>
internal sealed class MachineLog(int columns, int count)
{
    private readonly double[] _cells = new double[(long)columns * count];

    public int Count => count;

    public ReadOnlySpan<double> this[int row] => _cells.AsSpan(row * columns, columns);

    /// <summary>Stores what is known at the time of a reading.</summary>
    public void Set(int row, int state, double load, ReadOnlySpan<double> sensors, int fault, int failure)
    {
        var cells = _cells.AsSpan(row * columns, columns);
        (cells[0], cells[1]) = (state, load);
        sensors.CopyTo(cells[2..]);
        (cells[^3], cells[^2]) = (fault, failure);
    }

    /// <summary>Fills the hours to the next failure, from the end; NaN after the last.</summary>
    public void CountDown(double hours)
    {
        var left = double.NaN;
        for (var row = count - 1; row >= 0; row--)
        {
            var cells = _cells.AsSpan(row * columns, columns);
            left = cells[^2] > 0 ? 0 : left + hours;
            cells[^1] = left;
        }
    }
}
