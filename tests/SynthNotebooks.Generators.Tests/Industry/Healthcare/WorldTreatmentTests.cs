using System.Globalization;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>Nothing is taken out twice, no medicine lacks its reason or meets an allergy, no child gets a grown-up's dose, and death ends all.</summary>
public class WorldTreatmentTests
{
    // What each condition may be treated with
    private static readonly Dictionary<string, string[]> Indications = new()
    {
        ["diabetes"] = ["metformin", "empagliflozin", "insulin glargine", "insulin lispro"],
        ["hypertension"] = ["lisinopril", "losartan", "amlodipine", "chlorthalidone", "doxazosin", "labetalol", "nifedipine", "methyldopa"],
        ["asthma"] = ["salbutamol", "budesonide", "formoterol", "tiotropium", "montelukast"],
        ["heart failure"] = ["sacubitril", "hydralazine", "carvedilol", "bisoprolol", "spironolactone", "isosorbide", "furosemide", "ethacrynic acid"],
        ["breast cancer"] = ["doxorubicin", "letrozole", "morphine"],
        ["prostate cancer"] = ["leuprolide", "bicalutamide", "morphine"],
        ["pregnancy"] = ["folic acid"],
    };

    [Fact]
    public void Every_medicine_has_its_condition_and_lies_within_its_time()
    {
        var conditions = HealthcareWorld.Texts("conditions", "condition_id").Zip(HealthcareWorld.Texts("conditions", "condition")).ToDictionary(pair => pair.First!, pair => pair.Second!);
        var of = HealthcareWorld.Texts("stages", "stage_id").Zip(HealthcareWorld.Texts("stages", "condition_id")).ToDictionary(pair => pair.First!, pair => conditions[pair.Second!]);
        var (stages, drugs, patients, starts, stops) = (HealthcareWorld.Texts("medications", "stage_id"), HealthcareWorld.Texts("medications", "drug"), HealthcareWorld.Texts("medications", "patient_id"), HealthcareWorld.Texts("medications", "start_date"), HealthcareWorld.Texts("medications", "stop_date"));
        var (births, deaths) = (HealthcareWorld.OfPatients("birth_date"), HealthcareWorld.OfPatients("death_date"));
        for (var i = 0; i < drugs.Length; i++)
        {
            Assert.Contains(drugs[i], Indications[of[stages[i]!]]);
            Assert.True(string.CompareOrdinal(births[patients[i]!], starts[i]) <= 0);
            if (stops[i] is { Length: > 0 } stop) Assert.True(string.CompareOrdinal(starts[i], stop) <= 0, stages[i]);
            if (deaths[patients[i]!] is { Length: > 0 } death) Assert.True(string.CompareOrdinal(starts[i], death) <= 0, stages[i]);
        }
        // each rule was needed, but for a third drug of heart failure in pregnancy, which is too seldom
        Assert.All(Indications.Values.SelectMany(list => list).Where(drug => drug != "isosorbide"), drug => Assert.Contains(drug, drugs));
    }

    [Fact]
    public void Nobody_gets_what_they_must_not_have()
    {
        var (allergies, births, asthma) = (HealthcareWorld.OfPatients("allergy"), HealthcareWorld.OfPatients("birth_date"), HealthcareWorld.OfPatients("asthma_onset"));
        var deliveries = Pregnancies();
        var (drugs, patients, starts, stops) = (HealthcareWorld.Texts("medications", "drug"), HealthcareWorld.Texts("medications", "patient_id"), HealthcareWorld.Texts("medications", "start_date"), HealthcareWorld.Texts("medications", "stop_date"));
        for (var i = 0; i < drugs.Length; i++)
        {
            var (drug, patient, what) = (drugs[i], patients[i]!, $"{patients[i]}: {drugs[i]} from {starts[i]}");
            if (allergies[patient] == "ACE inhibitor") Assert.False(drug is "lisinopril" or "sacubitril", what);
            if (allergies[patient] == "sulfonamide") Assert.False(drug is "furosemide" or "chlorthalidone", what);
            if (asthma[patient] is { Length: > 0 }) Assert.NotEqual("carvedilol", drug);
            if (drug is "formoterol" or "tiotropium") Assert.True(Years(births[patient]!, starts[i]!) >= 6 - 0.01, what);
            if (drug is "lisinopril" or "losartan" or "sacubitril" or "empagliflozin" or "spironolactone" && deliveries.TryGetValue(patient, out var conceived))
                // taken from before the fortieth week on and not stopped before the conception
                Assert.False(Years(conceived, starts[i]!) is >= 0 and < 0.766 || Years(starts[i]!, conceived) > 0 && (stops[i] is not { Length: > 0 } stop || Years(stop, conceived) < 0), what);
        }
        var (prescribed, to) = (HealthcareWorld.Texts("prescriptions", "drug"), HealthcareWorld.Texts("prescriptions", "patient_id"));
        for (var i = 0; i < prescribed.Length; i++) Assert.Equal(allergies[to[i]!] == "penicillin" ? "azithromycin" : "amoxicillin", prescribed[i]);
        Assert.Contains("azithromycin", prescribed);
    }

    [Fact]
    public void Children_are_dosed_by_weight_and_never_above_a_grown_up()
    {
        var weights = HealthcareWorld.Texts("vitals", "encounter_id").Zip(HealthcareWorld.Numbers("vitals", "weight")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var ages = HealthcareWorld.Texts("encounters", "encounter_id").Zip(HealthcareWorld.Numbers("encounters", "age_then")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var (at, drugs, doses) = (HealthcareWorld.Texts("prescriptions", "encounter_id"), HealthcareWorld.Texts("prescriptions", "drug"), HealthcareWorld.Numbers("prescriptions", "daily_dose"));
        var children = 0;
        for (var i = 0; i < at.Length; i++)
        {
            var (perKilogram, most) = drugs[i] == "amoxicillin" ? (80, 3000) : (10, 500);
            if (ages[at[i]!] >= 18) Assert.Equal(drugs[i] == "amoxicillin" ? 1500 : 500, doses[i]);
            else
            {
                children++;
                // the scale strays by 1.5 %, six times that at most here
                Assert.InRange(doses[i], Math.Min(most, perKilogram * weights[at[i]!] * 0.91) - 1, Math.Min(most, perKilogram * weights[at[i]!] * 1.1) + 1);
            }
        }
        Assert.True(children > 1_000);
    }

    [Fact]
    public void Nothing_is_taken_out_or_replaced_twice()
    {
        var (patients, done, sides) = (HealthcareWorld.Texts("procedures", "patient_id"), HealthcareWorld.Texts("procedures", "procedure"), HealthcareWorld.Texts("procedures", "side"));
        var seen = new HashSet<(string, string, string)>();
        for (var i = 0; i < done.Length; i++)
        {
            if (done[i] is not ("hip replacement" or "lens replacement" or "removal of womb" or "removal of prostate")) continue;
            if (done[i] is "hip replacement" or "lens replacement") Assert.True(sides[i] is "left" or "right", patients[i]);
            else Assert.Equal("none", sides[i]);
            Assert.True(seen.Add((patients[i]!, done[i]!, sides[i]!)), $"{patients[i]}: {done[i]}, {sides[i]}, twice");
        }
        Assert.True(seen.Count(one => one.Item2 == "hip replacement") > 100 && seen.Count(one => one.Item2 == "removal of womb") > 20);
    }

    [Fact]
    public void No_child_is_borne_after_the_womb_is_gone_and_no_prostate_grows_after_its_cancer()
    {
        var births = Pregnancies();
        var (patients, done, on) = (HealthcareWorld.Texts("procedures", "patient_id"), HealthcareWorld.Texts("procedures", "procedure"), HealthcareWorld.Texts("procedures", "done_on"));
        for (var i = 0; i < done.Length; i++)
            if (done[i] == "removal of womb" && births.TryGetValue(patients[i]!, out var conceived)) Assert.True(Years(conceived, on[i]!) > 0.8, patients[i]);

        var cancers = new Dictionary<string, string>();
        var (who, conditions, onsets) = (HealthcareWorld.Texts("conditions", "patient_id"), HealthcareWorld.Texts("conditions", "condition"), HealthcareWorld.Texts("conditions", "onset_date"));
        for (var i = 0; i < who.Length; i++)
            if (conditions[i] == "prostate cancer") cancers.Add(who[i]!, onsets[i]!);
        var (ids, reasons, times) = (HealthcareWorld.Texts("encounters", "patient_id"), HealthcareWorld.Texts("encounters", "reason"), HealthcareWorld.Texts("encounters", "time"));
        for (var i = 0; i < ids.Length; i++)
            if (reasons[i] == "prostate enlargement" && cancers.TryGetValue(ids[i]!, out var found)) Assert.True(string.CompareOrdinal(times[i]![..10], found) <= 0, ids[i]);
    }

    [Fact]
    public void Diabetes_that_begins_before_twenty_is_of_type_1_and_stays_on_insulin()
    {
        var (ids, conditions, codes, onsets, patients) = (HealthcareWorld.Texts("conditions", "condition_id"), HealthcareWorld.Texts("conditions", "condition"), HealthcareWorld.Texts("conditions", "icd10"), HealthcareWorld.Texts("conditions", "onset_date"), HealthcareWorld.Texts("conditions", "patient_id"));
        var births = HealthcareWorld.OfPatients("birth_date");
        var early = new HashSet<string>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (conditions[i] != "diabetes") continue;
            var age = Years(births[patients[i]!]!, onsets[i]!);
            if (Math.Abs(age - 20) > 0.01) Assert.Equal(age < 20 ? "E10.9" : "E11.9", codes[i]);
            if (codes[i] == "E10.9") early.Add(ids[i]!);
        }

        Assert.True(early.Count > 20);
        var (of, states) = (HealthcareWorld.Texts("stages", "condition_id"), HealthcareWorld.Texts("stages", "state"));
        for (var i = 0; i < of.Length; i++)
            if (early.Contains(of[i]!)) Assert.Equal("diabetes_insulin", states[i]);
    }

    [Fact]
    public void Nothing_happens_before_birth_or_after_death()
    {
        var (births, deaths, entries) = (HealthcareWorld.OfPatients("birth_date"), HealthcareWorld.OfPatients("death_date"), HealthcareWorld.OfPatients("entry"));
        foreach (var (table, column) in ((string, string)[])[("encounters", "time"), ("procedures", "done_on"), ("prescriptions", "start_date"), ("medications", "start_date"), ("claims", "service_date"), ("stages", "time"), ("conditions", "onset_date")])
        {
            var (ids, times) = (HealthcareWorld.Texts(table, "patient_id"), HealthcareWorld.Texts(table, column));
            for (var i = 0; i < ids.Length; i++)
            {
                var day = times[i]![..10];
                var least = table == "conditions" ? births[ids[i]!] : entries[ids[i]!]; // conditions may be older than the care
                Assert.True(string.CompareOrdinal(least, day) <= 0, $"{table}: {ids[i]} on {day}, not before {least}");
                if (deaths[ids[i]!] is { Length: > 0 } death) Assert.True(string.CompareOrdinal(day, death) <= 0, $"{table}: {ids[i]} on {day}, died {death}");
            }
        }
    }

    [Fact]
    public void Check_ups_are_coded_by_age()
    {
        var (codes, ages) = (HealthcareWorld.Texts("encounters", "icd10"), HealthcareWorld.Numbers("encounters", "age_then"));
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == "Z00.00") Assert.True(ages[i] >= 18);
            if (codes[i] == "Z00.129") Assert.True(ages[i] < 18);
            if (codes[i] is "Z00.110" or "Z00.111") Assert.Equal(0, ages[i]);
            if (codes[i] == "O80") Assert.InRange(ages[i], 15, 49);
        }
        Assert.Contains("Z00.111", codes);
    }

    // The day of conception of those who had a child or expected one
    private static Dictionary<string, string> Pregnancies()
    {
        var (patients, conditions, onsets) = (HealthcareWorld.Texts("conditions", "patient_id"), HealthcareWorld.Texts("conditions", "condition"), HealthcareWorld.Texts("conditions", "onset_date"));
        var all = new Dictionary<string, string>();
        for (var i = 0; i < patients.Length; i++)
            if (conditions[i] == "pregnancy") all.Add(patients[i]!, onsets[i]!);
        return all;
    }

    private static double Years(string from, string to) => (DateOnly.Parse(to, CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(from, CultureInfo.InvariantCulture).DayNumber) / 365.25;
}
