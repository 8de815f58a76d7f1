using System.Globalization;
using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>150,000 patients of healthcare.yaml without their care, so that rare events are many; made once for all tests.</summary>
internal static partial class HealthcareCohort
{
    private static readonly Lazy<CohortMember[]> Made = new(Make);

    public static CohortMember[] Members => Made.Value;

    // Rows depend on their names and places alone, so these patients are those of a whole world of the same seed
    private static CohortMember[] Make()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src/SynthNotebooks.Generators/Industry/Healthcare/healthcare.yaml"));
        text = FromStagesToTrial().Replace(CountsOfCare().Replace(text, ""), "\n");
        var world = Scenario.Parse(text).Simulate(150_000, new SimulationOptions { Seed = 11 });
        string?[] Texts(string table, string column) => [.. Enumerable.Range(0, (int)world[table].Rows.Count).Select(world[table][column].GetText)];

        var cancers = new Dictionary<string, double>();
        var (patients, conditions, days) = (Texts("conditions", "patient_id"), Texts("conditions", "condition"), Texts("conditions", "onset_date"));
        for (var i = 0; i < patients.Length; i++)
            if (conditions[i] is "breast cancer" or "prostate cancer") cancers.Add(patients[i]!, Days([days[i]])[0]!.Value);
        var (ids, sexes) = (Texts("patients", "patient_id"), Texts("patients", "sex"));
        var (births, entries, deaths) = (Days(Texts("patients", "birth_date")), Days(Texts("patients", "entry")), Days(Texts("patients", "death_date")));
        var onsets = ((string[])["diabetes", "hypertension", "asthma", "heart_failure"]).ToDictionary(name => name, name => Days(Texts("patients", name + "_onset")));
        var close = Days(["2024-01-01"])[0]!.Value;
        return [.. ids.Select((id, i) =>
        {
            var own = onsets.ToDictionary(pair => pair.Key, pair => pair.Value[i]);
            own["cancer"] = cancers.TryGetValue(id!, out var day) ? day : null;
            return new CohortMember(sexes[i]!, births[i]!.Value, entries[i]!.Value, deaths[i] ?? close, deaths[i] is not null, own);
        })];
    }

    private static double?[] Days(string?[] dates) => [.. dates.Select(date => date is { Length: > 0 } ? (double?)DateOnly.Parse(date, CultureInfo.InvariantCulture).DayNumber : null)];

    [GeneratedRegex(@"\n  # What each condition goes through.*?\n(?=  # Adults with high pressure in a trial)", RegexOptions.Singleline)]
    private static partial Regex FromStagesToTrial();

    [GeneratedRegex(@"^      (encounters: \{formula: count|billed: \{formula: sum|states: \{formula: count).*\n", RegexOptions.Multiline)]
    private static partial Regex CountsOfCare();
}
