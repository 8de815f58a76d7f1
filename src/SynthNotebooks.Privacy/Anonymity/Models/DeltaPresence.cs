using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>For everybody in the population, the chance of being in the table lies between two bounds.</summary>
/// <remarks>
/// A class's share is its rows divided by its rows of the population. Classes of the population without a released row have share 0, so that a lower bound
/// above 0 asks that each of them be merged with others, and suppression cannot help. Source: Nergiz, Atzori, Clifton, SIGMOD 2007, doi:10.1145/1247480.1247554.
/// </remarks>
/// <param name="Minimum">Lower bound, 0 to <paramref name="Maximum"/>.</param>
/// <param name="Maximum">Upper bound, at most 1.</param>
public sealed record DeltaPresence(double Minimum, double Maximum) : IPopulationModel
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"({Minimum:G4}, {Maximum:G4})-presence");

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => false;

    /// <inheritdoc/>
    public bool JudgesAbsence => Minimum > 0;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table) => Minimum >= 0 && Minimum <= Maximum && Maximum <= 1
        ? new Test(Minimum, Maximum)
        : throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"The bounds of delta-presence are {Minimum} and {Maximum}; they must be 0 <= minimum <= maximum <= 1."));

    private sealed class Test(double minimum, double maximum) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population) => (double)rows.Length / population is var share && share >= minimum && share <= maximum;
    }
}
