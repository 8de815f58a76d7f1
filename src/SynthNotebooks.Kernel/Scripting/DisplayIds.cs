using System.Globalization;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Names the displays of one session: a counter, so that a rerun gives the same names.</summary>
internal sealed class DisplayIds
{
    private int _last;

    public string Next() => "display-" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
