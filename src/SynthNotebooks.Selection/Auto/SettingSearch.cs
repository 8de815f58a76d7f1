using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Tries other settings of the best model: random ones around its defaults, each dropped as soon as a part shows no gain.</summary>
/// <remarks>
/// A setting replaces the best only when its mean over the same parts is better by more than a tie and its rows are not too close. Sources: random
/// search, Bergstra, Bengio, JMLR 13, 2012; early dropping, Jamieson, Talwalkar, AISTATS 2016, arXiv:1502.07943.
/// </remarks>
internal sealed class SettingSearch(Race race, ulong seed)
{
    private const double Spread = 2; // numbers are multiplied by 2 to a power between its negative and itself

    /// <param name="best">The model whose settings are varied.</param>
    /// <param name="trials">Most settings tried.</param>
    /// <returns>The best setting found; the model as it was when none is better.</returns>
    public Trial Run(Trial best, int trials)
    {
        var record = OptionsRecord.Of(Candidates.Catalog[best.Model].Attribute.Options);
        var random = new SplitRandom(seed).Split("settings");
        var holder = best;
        var seen = new HashSet<string>(StringComparer.Ordinal) { "" };
        for (var i = 0; i < trials && race.HasTimeFor(best); i++)
        {
            var options = Vary(record, random.Split((ulong)i));
            if (!seen.Add(string.Join(';', options.Select(option => $"{option.Key}={option.Value}")))) continue;
            var trial = race.Begin(best.Model, options);
            for (var fold = 0; fold < best.Folds && race.HasTimeFor(best); fold++)
            {
                race.Score(trial, fold);
                if (trial.Folds <= fold || !Race.Better(trial.Result, holder.Result)) break;
            }
            race.Tell(trial);
            if (trial.Folds == best.Folds && Race.Better(trial.Result, holder.Result)) holder = trial;
            else if (trial.Folds > 0) trial.Note = trial.Folds < best.Folds ? "no gain on these parts" : "";
        }
        return holder;
    }

    /// <summary>A setting: every option that can be varied changes with probability one half.</summary>
    internal static SortedDictionary<string, string> Vary(OptionsRecord record, SplitRandom random)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in record.Parameters)
        {
            var own = random.Split(parameter.Name);
            if (own.NextDouble() < 0.5 || Other(parameter, own) is not { } text) continue;
            options.Add(parameter.Name, text);
        }
        return options;
    }

    // Null for texts and for numbers whose default 0 stands for a choice by the model.
    private static string? Other(OptionParameter parameter, SplitRandom random)
    {
        if (parameter.Choices.Count > 0) return parameter.Choices[random.NextBelow(parameter.Choices.Count)];
        if (parameter.Type == typeof(string) || parameter.Default is null) return null;
        var value = Convert.ToDouble(parameter.Default, CultureInfo.InvariantCulture);
        if (!(value > 0)) return null;
        var power = Spread * (2 * random.NextDouble() - 1);
        var changed = value * PortableMath.Exp(power * 0.6931471805599453);
        changed = Math.Clamp(changed, parameter.Minimum ?? value, parameter.Maximum ?? value);
        return parameter.Type == typeof(double)
            ? changed.ToString("G4", CultureInfo.InvariantCulture)
            : Math.Round(changed).ToString(CultureInfo.InvariantCulture);
    }
}
