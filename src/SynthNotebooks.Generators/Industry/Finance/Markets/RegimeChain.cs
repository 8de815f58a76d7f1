using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Bull and bear regimes as a Markov chain in days, started in its long-run shares.</summary>
/// <remarks>Source: Hamilton, Econometrica 57(2), 1989, doi:10.2307/1912559.</remarks>
/// <param name="bullDays">Mean days of a bull regime, at least 1.</param>
/// <param name="bearDays">Mean days of a bear regime, at least 1, or 0 for none.</param>
/// <param name="random">One draw a day.</param>
internal sealed class RegimeChain(double bullDays, double bearDays, SplitRandom random)
{
    private bool _started;

    public bool IsBear { get; private set; }

    /// <summary>Share of days in the bear regime in the long run.</summary>
    public double BearShare { get; } = bearDays == 0 ? 0 : bearDays / (bullDays + bearDays);

    public void NextDay()
    {
        var uniform = random.NextDouble();
        if (!_started) (IsBear, _started) = (uniform < BearShare, true);
        else if (BearShare > 0 && uniform < 1 / (IsBear ? bearDays : bullDays)) IsBear = !IsBear;
    }
}
