namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>Measures of one encounter hang together as the matrix in healthcare.yaml says, and conditions shift them.</summary>
public class WorldVitalsTests
{
    private static readonly string[] Measures = ["systolic", "diastolic", "heart_rate", "respiratory_rate", "temperature", "oxygen_saturation", "weight"];

    private static readonly double[,] Correlation =
    {
        { 1, 0.74, 0.15, 0.1, 0, 0, 0.1 },
        { 0.74, 1, 0.2, 0.1, 0, 0, 0.1 },
        { 0.15, 0.2, 1, 0.3, 0.35, -0.2, 0 },
        { 0.1, 0.1, 0.3, 1, 0.28, -0.3, 0 },
        { 0, 0, 0.35, 0.28, 1, -0.1, 0 },
        { 0, 0, -0.2, -0.3, -0.1, 1, -0.1 },
        { 0.1, 0.1, 0, 0, 0, -0.1, 1 },
    };

    private static readonly double[] Spreads = [9, 6.5, 6, 1.6, 0.3, 1.1, 0.015]; // of weight: of its logarithm

    [Fact]
    public void Two_visits_of_a_person_differ_in_all_measures_together_as_the_matrix_says()
    {
        // What a person brings along drops out of the difference of two quiet visits within two years; what is left is the matrix.
        var differences = QuietPairs();

        Assert.True(differences.Count > 4_000);
        var tolerance = HealthcareWorld.Errors / Math.Sqrt(differences.Count - 3) + 0.012; // Fisher's transform; 0.012 for saturation cut at 100, pressures kept 15 apart, and two years of age
        for (var i = 0; i < Measures.Length; i++)
            for (var j = 0; j < i; j++)
            {
                // whole numbers add a variance of 1/12
                var expected = Correlation[i, j] / Math.Sqrt((1 + Rounding(i)) * (1 + Rounding(j)));
                var found = Of(differences, i, j);
                Assert.True(Math.Abs(Math.Atanh(found) - Math.Atanh(expected)) <= tolerance, FormattableString.Invariant($"{Measures[i]} and {Measures[j]}: {found:F3}, expected {expected:F3} ± {tolerance:F3}"));
            }

        static double Rounding(int i) => (i == 4 ? 0.01 : i == 6 ? 0 : 1) / 12 / (Spreads[i] * Spreads[i]);
    }

    [Fact]
    public void The_spread_of_each_measure_is_the_stated_one()
    {
        var differences = QuietPairs();
        for (var i = 0; i < Measures.Length; i++)
        {
            var variance = differences.Average(pair => pair[i] * pair[i]) / 2;
            var expected = Spreads[i] * Spreads[i] + (i == 4 ? 0.01 : i == 6 ? 0 : 1) / 12.0;
            // a variance of n normal numbers strays by sqrt(2 / n) of itself; a fortieth for cut tails and age
            Assert.InRange(variance / expected, 1 - HealthcareWorld.Errors * Math.Sqrt(2.0 / differences.Count) - 0.025, 1 + HealthcareWorld.Errors * Math.Sqrt(2.0 / differences.Count) + 0.025);
        }
    }

    [Fact]
    public void Pressure_rises_when_hypertension_begins()
    {
        // Adults with a quiet visit before and one after: 8 mmHg more for the fifth whom treatment controls well, 22 for the others
        var (onsets, visits) = (HealthcareWorld.OfPatients("hypertension_onset"), Visits());
        var rises = new List<double>();
        foreach (var person in visits.Where(visit => visit.Age >= 18 && visit.Quiet).GroupBy(visit => visit.Patient))
        {
            if (onsets[person.Key] is not { Length: > 0 } onset || string.CompareOrdinal(onset, "2019-01-02") < 0) continue;
            var (before, after) = (person.Where(visit => string.CompareOrdinal(visit.Time, onset) < 0).ToArray(), person.Where(visit => string.CompareOrdinal(visit.Time, onset) >= 0).ToArray());
            if (before.Length > 0 && after.Length > 0) rises.Add(after[0].Values[0] - before[0].Values[0]);
        }

        Assert.True(rises.Count > 300);
        var spread = Math.Sqrt(2 * 81 + 2 / 12.0 + 0.2 * 0.8 * 14 * 14);
        Assert.InRange(rises.Average(), 0.2 * 8 + 0.8 * 22 - HealthcareWorld.Errors * spread / Math.Sqrt(rises.Count), 0.2 * 8 + 0.8 * 22 + 0.3 + HealthcareWorld.Errors * spread / Math.Sqrt(rises.Count)); // 0.3 for age
    }

    [Fact]
    public void Fever_quickens_pulse_and_breath()
    {
        // Adults: a fever of 0.9 degrees on average (gamma of shape 2, drawn again above 3.5) against quiet visits
        var visits = Visits().Where(visit => visit.Age >= 20 && !visit.Emergency && visit.Condition == "general care").ToArray();
        var (ill, quiet) = (visits.Where(visit => visit.Reason == "upper respiratory infection").ToArray(), visits.Where(visit => visit.Quiet).ToArray());
        const double shape = 0.45, limit = 3.5 / shape; // the gamma's scale, and its limit in scales
        var below = 1 - Math.Exp(-limit) * (1 + limit);
        var fever = 2 * shape * (below - Math.Exp(-limit) * limit * limit / 2) / below;

        Assert.True(ill.Length > 5_000);
        Close(fever, 4, 0.3 + shape * 1.5, 0);
        Close(7.2 * fever, 2, 6 + 7 + 7.2 * shape * 1.5, 0.3); // 0.3: persons who come more often count more
        Close(1.4 * fever, 3, 1.6 + 1.4 * shape * 1.5, 0.05);

        void Close(double expected, int measure, double spread, double slack)
        {
            var found = ill.Average(visit => visit.Values[measure]) - quiet.Average(visit => visit.Values[measure]);
            // persons have several visits, at most some twenty: their own level counts as one
            var tolerance = HealthcareWorld.Errors * spread * Math.Sqrt(1.0 / ill.Select(visit => visit.Patient).Distinct().Count() + 1.0 / quiet.Select(visit => visit.Patient).Distinct().Count()) + slack;
            Assert.True(Math.Abs(found - expected) <= tolerance, FormattableString.Invariant($"{Measures[measure]}: {found:F2} more, expected {expected:F2} ± {tolerance:F2}"));
        }
    }

    [Fact]
    public void Grave_heart_failure_lowers_the_saturation_and_quickens_the_breath()
    {
        var state = HealthcareWorld.Texts("stages", "stage_id").Zip(HealthcareWorld.Texts("stages", "state")).ToDictionary(pair => pair.First!, pair => pair.Second!);
        var of = Visits().Where(visit => visit.Condition == "heart failure" && !visit.Emergency).ToLookup(visit => state[visit.Stage]);
        double Mean(string name, int measure) => of[name].Average(visit => visit.Values[measure]);

        Assert.True(of["nyha_4"].Count() > 300);
        Assert.True(Mean("nyha_4", 5) < Mean("nyha_3", 5) - 1.5 && Mean("nyha_3", 5) < Mean("nyha_2", 5) - 0.8);
        Assert.True(Mean("nyha_4", 3) > Mean("nyha_3", 3) + 2 && Mean("nyha_3", 3) > Mean("nyha_2", 3) + 1);
    }

    [Fact]
    public void Children_have_the_size_and_the_measures_of_their_age()
    {
        foreach (var visit in Visits())
        {
            var (age, what) = (visit.Age, string.Join(' ', visit.Patient, visit.Age, string.Join('/', visit.Values)));
            if (age < 1) Assert.True(visit.Values[6] is >= 2 and < 16 && visit.Values[2] > 95 && visit.Values[0] < 140, what);
            if (age is >= 1 and < 6) Assert.True(visit.Values[6] is >= 5 and < 40, what);
            if (age is >= 6 and < 12) Assert.True(visit.Values[6] is >= 10 and < 90, what);
            if (age >= 18) Assert.True(visit.Values[6] >= 25 && visit.Values[0] >= 60 && visit.Values[1] >= 30, what);
        }
    }

    private static double Of(List<double[]> differences, int i, int j)
    {
        var (ij, ii, jj) = (0.0, 0.0, 0.0);
        foreach (var pair in differences)
        {
            ij += pair[i] * pair[j];
            ii += pair[i] * pair[i];
            jj += pair[j] * pair[j];
        }
        return ij / Math.Sqrt(ii * jj);
    }

    // The differences of the first two quiet visits of each adult within two years, with hypertension in both or in none; the mean is zero.
    private static List<double[]> QuietPairs()
    {
        var onsets = HealthcareWorld.OfPatients("hypertension_onset");
        var pairs = new List<double[]>();
        foreach (var person in Visits().Where(visit => visit.Age is >= 30 and < 70 && visit.Quiet).GroupBy(visit => visit.Patient))
        {
            var two = person.Take(2).ToArray();
            if (two.Length < 2 || two[1].Age - two[0].Age > 2) continue;
            if (onsets[person.Key] is { Length: > 0 } onset && string.CompareOrdinal(two[0].Time, onset) < 0 && string.CompareOrdinal(two[1].Time, onset) >= 0) continue;
            var difference = new double[Measures.Length];
            for (var i = 0; i < difference.Length; i++)
                difference[i] = i == 6 ? Math.Log(two[1].Values[i] / two[0].Values[i]) : two[1].Values[i] - two[0].Values[i];
            // which of the two comes first is of no meaning: turned about by the person's place, so that a trend with age has no mean
            if (pairs.Count % 2 == 0) difference = [.. difference.Select(value => -value)];
            pairs.Add(difference);
        }
        return pairs;
    }

    private static readonly Lazy<Visit[]> All = new(() =>
    {
        var (patients, stages, reasons, times, ages, classes) = (HealthcareWorld.Texts("encounters", "patient_id"), HealthcareWorld.Texts("encounters", "stage_id"), HealthcareWorld.Texts("encounters", "reason"), HealthcareWorld.Texts("encounters", "time"), HealthcareWorld.Numbers("encounters", "age_then"), HealthcareWorld.Texts("encounters", "class"));
        var conditions = HealthcareWorld.Texts("conditions", "condition_id").Zip(HealthcareWorld.Texts("conditions", "condition")).ToDictionary(pair => pair.First!, pair => pair.Second!);
        var of = HealthcareWorld.Texts("stages", "stage_id").Zip(HealthcareWorld.Texts("stages", "condition_id")).ToDictionary(pair => pair.First!, pair => conditions[pair.Second!]);
        var values = Measures.Select(measure => HealthcareWorld.Numbers("vitals", measure)).ToArray();
        return [.. Enumerable.Range(0, patients.Length).Select(i => new Visit(patients[i]!, stages[i]!, of[stages[i]!], reasons[i]!, times[i]!, ages[i], classes[i] == "emergency", [.. values.Select(column => column[i])]))];
    });

    private static Visit[] Visits() => All.Value;

    private sealed record Visit(string Patient, string Stage, string Condition, string Reason, string Time, double Age, bool Emergency, double[] Values)
    {
        /// <summary>Nothing but the matrix moves the measures.</summary>
        public bool Quiet => Condition == "general care" && !Emergency && Reason is not ("upper respiratory infection" or "ear infection");
    }
}
