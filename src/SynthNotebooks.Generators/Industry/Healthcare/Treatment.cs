using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>The main medicine at admission: by the diagnosis when that asks for one, else by the gravest long-term condition.</summary>
/// <remarks>Choices follow the usual first lines of therapy; their shares are invented.</remarks>
internal sealed class Treatment : IPatientRule
{
    public const string Nothing = "no_medication", Insulin = "insulin";

    private const string BetaBlocker = "beta_blocker", Statin = "statin";

    /// <summary>All medicines; a patient holds a position in this list.</summary>
    public static IReadOnlyList<string> Medications { get; } =
    [
        Nothing, "ace_inhibitor", "calcium_channel_blocker", "thiazide", BetaBlocker, "loop_diuretic", "metformin", Insulin, "sglt2_inhibitor",
        "inhaled_corticosteroid", "short_acting_beta_agonist", Statin, "antibiotic", "analgesic", "ssri",
    ];

    private static readonly Choice Infection = new(("antibiotic", 88), (Nothing, 12));
    private static readonly Choice Pain = new(("analgesic", 80), (Nothing, 20));
    private static readonly Choice Depression = new(("ssri", 76), (Nothing, 24));
    private static readonly Choice HeartFailure = new(("loop_diuretic", 40), (BetaBlocker, 30), ("ace_inhibitor", 26), ("sglt2_inhibitor", 4));
    private static readonly Choice Diabetes = new(("metformin", 58), (Insulin, 22), ("sglt2_inhibitor", 12), (Nothing, 8));
    private static readonly Choice Hypertension =
        new(("ace_inhibitor", 34), ("calcium_channel_blocker", 24), ("thiazide", 16), (BetaBlocker, 8), (Nothing, 18));
    private static readonly Choice Asthma = new(("inhaled_corticosteroid", 58), ("short_acting_beta_agonist", 30), (Nothing, 12));
    private static readonly Choice From50 = new((Statin, 26), (Nothing, 74));
    private static readonly Choice Under50 = new((Statin, 3), (Nothing, 97));

    public void Apply(Patient patient, SplitRandom random) => patient.Medication = For(patient).Draw(random);

    private static Choice For(Patient patient) => DiagnosisTable.All[patient.Diagnosis].Indication switch
    {
        Indication.Infection => Infection,
        Indication.Pain => Pain,
        Indication.Depression => Depression,
        _ when patient.Has(Conditions.HeartFailure) => HeartFailure,
        _ when patient.Has(Conditions.Diabetes) => Diabetes,
        _ when patient.Has(Conditions.Hypertension) => Hypertension,
        _ when patient.Has(Conditions.Asthma) => Asthma,
        _ => patient.Age >= 50 ? From50 : Under50,
    };

    private sealed class Choice(params (string Medication, double Weight)[] options)
    {
        private readonly int[] _positions = [.. options.Select(option => Medications.ToList().IndexOf(option.Medication))];
        private readonly double[] _weights = [.. options.Select(option => option.Weight)];

        public int Draw(SplitRandom random) => _positions[WeightedChoice.Of(_weights, random)];
    }
}
