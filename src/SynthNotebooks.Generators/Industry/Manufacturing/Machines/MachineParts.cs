using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Manufacturing.Degradation;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>The wear of a machine's parts, one for each mode of failure; 0 is new, 1 is broken.</summary>
internal sealed class MachineParts
{
    private readonly Wear[] _wearing;
    private readonly SplitRandom _random;

    /// <param name="meanLifeHours">Hours of full load.</param>
    /// <param name="age">Wear at the start: uniform from 0 to this.</param>
    /// <param name="random">The parts' own stream.</param>
    public MachineParts(double meanLifeHours, double age, SplitRandom random)
    {
        _random = random;
        _wearing =
        [
            // A gamma process of mean rate 1/L and variance s²/L an hour takes a time of about s L to vary by its threshold.
            .. FailureMode.All.Select(mode => new Wear(DegradationPath.Gamma, 1 / (meanLifeHours * mode.LifeShare), mode.Spread / Math.Sqrt(meanLifeHours * mode.LifeShare))),
        ];
        Wear = [.. FailureMode.All.Select(_ => age * random.NextDouble())];
    }

    /// <summary>By mode.</summary>
    public double[] Wear { get; }

    /// <summary>Works for some hours.</summary>
    /// <returns>The mode whose part broke first, by most wear; −1 for none.</returns>
    public int Work(double hours)
    {
        var broken = -1;
        for (var i = 0; i < Wear.Length; i++)
        {
            Wear[i] += _wearing[i].Increment(hours, _random);
            if (Wear[i] >= 1 && (broken < 0 || Wear[i] > Wear[broken])) broken = i;
        }
        return broken;
    }

    /// <summary>A repair puts in a new part.</summary>
    public void Replace(int mode) => Wear[mode] = 0;

    /// <summary>Maintenance takes a share of the wear away (proportional age reduction: Malik, AIIE Transactions 11(3), 1979, doi:10.1080/05695557908974463).</summary>
    public void Maintain(double restoration)
    {
        for (var i = 0; i < Wear.Length; i++) Wear[i] *= 1 - restoration;
    }
}
