namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>New cases of a condition by sex and age as published, each rate constant from its age to the next; sources stand in healthcare.yaml.</summary>
internal sealed record PublishedRates(double[] From, double[] Women, double[] Men)
{
    /// <summary>Per year, by the column of the onset.</summary>
    public static PublishedRates Of(string condition) => condition switch
    {
        // newly diagnosed of all adults by age, times 5.2 / 5.9 for women and 6.6 / 5.9 for men
        "diabetes" => new([0, 18, 45, 65], Scaled(5.2 / 5.9, 0.000293, 0.0032, 0.0101, 0.0058), Scaled(6.6 / 5.9, 0.000293, 0.0032, 0.0101, 0.0058)),
        "hypertension" => new([0, 18, 29, 50], [0, 0.0127, 0.0263, 0.0311], [0, 0.0340, 0.0251, 0.0235]),
        "asthma" => new([0, 5, 12, 18], [0.0234, 0.0117, 0.0044, 0.0049], [0.0234, 0.0117, 0.0044, 0.0028]),
        "cancer" => new([0, 20, 30, 40, 45, 50, 60, 65, 70, 75, 80], Scaled(1e-5, 0, 5, 55, 175, 175, 265, 390, 390, 450, 450, 380), Scaled(1e-5, 0, 0, 0, 0, 204, 204, 204, 658, 658, 479, 479)),
        "death" => new([0, 1, 5, 15, 25, 35, 45, 55, 65, 75, 85], Deaths(611.3 / 723.6), Deaths(855.5 / 723.6)),
        _ => throw new ArgumentException($"no rates of '{condition}'", nameof(condition)),
    };

    public double At(string sex, double age) => (sex == "female" ? Women : Men)[Band(age)];

    /// <summary>Expected cases of somebody at risk from one age to another.</summary>
    public double Expected(string sex, double from, double to)
    {
        var sum = 0.0;
        for (var i = 0; i < From.Length; i++)
            sum += (sex == "female" ? Women : Men)[i] * Math.Max(0, Math.Min(to, i + 1 < From.Length ? From[i + 1] : double.PositiveInfinity) - Math.Max(from, From[i]));
        return sum;
    }

    public int Band(double age) => Array.FindLastIndex(From, from => from <= age);

    private static double[] Deaths(double factor) => Scaled(factor * 1e-5, 541.9, 22.7, 13.7, 84.2, 159.5, 248.0, 473.5, 1038.9, 2072.3, 4997.0, 15210.9);

    private static double[] Scaled(double factor, params double[] rates) => [.. rates.Select(rate => factor * rate)];
}
