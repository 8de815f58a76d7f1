namespace SynthNotebooks.Notebooks.Charts;

/// <summary>The key of a chart of series: flush right above it, on as many lines as the names need.</summary>
internal sealed class SeriesKey
{
    private const double LineHeight = 16, Before = 28, Between = 16, LongestName = 200, MostOfHeight = 0.4;
    private const int Size = 12;

    private readonly List<List<(int Series, string Name)>> _lines = [[]];

    /// <param name="series">Those with a key; none for a single one.</param>
    /// <param name="area">Of the key and the chart.</param>
    public SeriesKey(IReadOnlyList<Series> series, Box area)
    {
        if (series.Count < 2) return;
        var most = Math.Max(1, (int)(MostOfHeight * area.Height / LineHeight));
        var left = area.Width;
        for (var i = 0; i < series.Count; i++)
        {
            var name = TextMeasure.Fit(Displays.VisibleText.Of(series[i].Name), Size, LongestName);
            var width = Before + TextMeasure.Width(name, Size);
            if (width > left && _lines[^1].Count > 0)
            {
                if (_lines.Count == most)
                {
                    _lines[^1][^1] = (-1, $"and {series.Count - i + 1} more");
                    return;
                }
                _lines.Add([]);
                left = area.Width;
            }
            _lines[^1].Add((i, name));
            left -= width + Between;
        }
    }

    /// <summary>What the lines after the first take from the chart.</summary>
    public double MoreHeight => (_lines.Count - 1) * LineHeight;

    /// <param name="canvas">Where to.</param>
    /// <param name="area">As told before.</param>
    /// <param name="sign">Draws the sign of a series into the room before its name, which begins at the point given.</param>
    public void Draw(SvgCanvas canvas, Box area, Action<int, double, double> sign)
    {
        var y = area.Y + 10;
        foreach (var line in _lines)
        {
            var right = area.Right;
            for (var i = line.Count - 1; i >= 0; i--)
            {
                right -= TextMeasure.Width(line[i].Name, Size);
                canvas.Text(right, y, line[i].Name, Size, Palette.Ink);
                if (line[i].Series >= 0) sign(line[i].Series, right, y);
                right -= Before + Between;
            }
            y += LineHeight;
        }
    }
}
