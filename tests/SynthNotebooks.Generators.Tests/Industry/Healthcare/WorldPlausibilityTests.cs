using System.Text.RegularExpressions;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>What cannot be does not happen, in none of some 1.4 million rows.</summary>
public class WorldPlausibilityTests
{
    [Fact]
    public void Every_key_leads_to_a_row()
    {
        var integrity = HealthcareWorld.Shared.CheckIntegrity();

        Assert.True(integrity.IsSound, string.Join('\n', integrity.Problems));
        Assert.True(integrity.References > 1_000_000, $"{integrity.References}");
        var patients = HealthcareWorld.Texts("patients", "patient_id").ToHashSet();
        foreach (var table in HealthcareWorld.Shared.Tables.Keys.Where(table => table is not ("providers" or "patients")))
            Assert.All(HealthcareWorld.Texts(table, "patient_id").Distinct(), id => Assert.Contains(id, patients));
    }

    [Fact]
    public void Encounters_lie_between_birth_and_death()
    {
        var (births, deaths) = (HealthcareWorld.OfPatients("birth_date"), HealthcareWorld.OfPatients("death_date"));
        var (ids, times, ends) = (HealthcareWorld.Texts("encounters", "patient_id"), HealthcareWorld.Texts("encounters", "time"), HealthcareWorld.Texts("encounters", "end_date"));
        for (var i = 0; i < ids.Length; i++)
        {
            var day = times[i]![..10];
            Assert.True(string.CompareOrdinal(births[ids[i]!], day) <= 0, $"{ids[i]} born {births[ids[i]!]}, seen {day}");
            Assert.True(string.CompareOrdinal(day, ends[i]) <= 0);
            if (deaths[ids[i]!] is { Length: > 0 } death) Assert.True(string.CompareOrdinal(ends[i], death) <= 0, $"{ids[i]} died {death}, seen until {ends[i]}");
        }
    }

    [Fact]
    public void Everybody_has_what_age_and_sex_allow()
    {
        var sexes = HealthcareWorld.OfPatients("sex");
        var (encounters, reasons, ages) = (HealthcareWorld.Texts("encounters", "encounter_id"), HealthcareWorld.Texts("encounters", "reason"), HealthcareWorld.Numbers("encounters", "age_then"));
        var patients = HealthcareWorld.Texts("encounters", "patient_id");
        var ageAt = new Dictionary<string, double>();
        for (var i = 0; i < encounters.Length; i++)
        {
            ageAt.Add(encounters[i]!, ages[i]);
            var (sex, age, what) = (sexes[patients[i]!], ages[i], $"{encounters[i]}: {reasons[i]} at {ages[i]}");
            if (reasons[i] is "pregnancy") Assert.True(sex == "female" && age is >= 15 and < 50, what);
            if (reasons[i] is "breast cancer" or "menopausal complaints") Assert.True(sex == "female" && age >= 18, what);
            if (reasons[i] is "prostate cancer" or "prostate enlargement") Assert.True(sex == "male" && age >= 45, what);
            if (reasons[i] is "uterine fibroids") Assert.True(sex == "female" && age is >= 35 and <= 52, what);
            if (reasons[i] is "ear infection") Assert.True(age < 18, what);
            if (reasons[i] is "heart failure") Assert.True(age >= 20, what);
            if (reasons[i] is "hypertension") Assert.True(age >= 18, what);
            if (reasons[i] is "hip osteoarthritis" or "cataract") Assert.True(age >= 50, what);
            if (reasons[i] is "well child visit") Assert.True(age < 2, what);
        }
        var (done, at) = (HealthcareWorld.Texts("procedures", "procedure"), HealthcareWorld.Texts("procedures", "encounter_id"));
        var who = HealthcareWorld.Texts("procedures", "patient_id");
        for (var i = 0; i < done.Length; i++)
        {
            var (sex, age, what) = (sexes[who[i]!], ageAt[at[i]!], $"{at[i]}: {done[i]}");
            if (done[i] is "hip replacement") Assert.True(age >= 50, what);
            if (done[i] is "lens replacement") Assert.True(age >= 55, what);
            if (done[i] is "prostate biopsy" or "removal of prostate") Assert.True(sex == "male" && age >= 45, what);
            if (done[i] is "removal of womb") Assert.True(sex == "female" && age is >= 35 and <= 52, what);
            if (done[i] is "view of the large bowel") Assert.True(age >= 45, what);
            if (done[i] is "vaginal delivery" or "caesarean delivery" or "ultrasound of the womb") Assert.True(sex == "female" && age is >= 15 and < 50, what);
            if (done[i] is "breast film" or "breast biopsy" or "removal of breast tumour") Assert.True(sex == "female" && age >= 18, what);
        }
        Assert.All((string[])["hip replacement", "lens replacement", "prostate biopsy", "removal of prostate", "removal of womb", "caesarean delivery", "breast film"], procedure => Assert.Contains(procedure, done)); // the rules were needed
    }

    [Fact]
    public void Measures_keep_their_physiological_limits()
    {
        foreach (var (column, least, most) in ((string, double, double)[])[("systolic", 50, 240), ("diastolic", 25, 140), ("heart_rate", 35, 220), ("respiratory_rate", 8, 70), ("oxygen_saturation", 70, 100), ("temperature", 34, 42), ("weight", 1.8, 280)])
            Assert.All(HealthcareWorld.Numbers("vitals", column), value => Assert.InRange(value, least, most));
        Assert.All(HealthcareWorld.Numbers("vitals", "systolic").Zip(HealthcareWorld.Numbers("vitals", "diastolic")), pair => Assert.True(pair.First - pair.Second >= 15, $"{pair}"));
        Assert.All(HealthcareWorld.Texts("labs", "test").Zip(HealthcareWorld.Numbers("labs", "value")), lab =>
        {
            if (lab.First == "HbA1c") Assert.InRange(lab.Second, 3.5, 18);
            if (lab.First == "potassium") Assert.InRange(lab.Second, 2.5, 7);
            if (lab.First == "haemoglobin") Assert.InRange(lab.Second, 6, 20);
            Assert.True(lab.Second > 0);
        });
    }

    [Fact]
    public void Codes_have_the_structure_of_their_kind()
    {
        foreach (var table in (string[])["conditions", "encounters", "claims"])
            Assert.All(HealthcareWorld.Texts(table, "icd10").Distinct(), code => Assert.Matches(new Regex(@"^[A-TV-Z][0-9][0-9A-B](\.[0-9A-Z]{1,4})?$"), code));
        // five digits of a range in which no procedure is defined
        Assert.All(HealthcareWorld.Texts("procedures", "code").Distinct(), code => Assert.Matches("^06[0-9]{3}$", code));
        var pairs = HealthcareWorld.Texts("procedures", "code").Zip(HealthcareWorld.Texts("procedures", "procedure")).Distinct().ToArray();
        Assert.Equal(pairs.Length, pairs.Select(pair => pair.First).Distinct().Count());
    }

    [Fact]
    public void Provider_numbers_have_their_check_digit_and_cannot_have_been_issued()
    {
        var numbers = HealthcareWorld.Texts("providers", "npi");

        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.All(numbers, number =>
        {
            Assert.Matches("^9[0-9]{9}$", number); // those issued begin with 1 or 2
            var digits = "80840" + number;
            var sum = 0;
            for (var i = 0; i < digits.Length; i++)
            {
                var digit = digits[digits.Length - 1 - i] - '0';
                sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            Assert.Equal(0, sum % 10);
        });
        Assert.Subset(numbers.ToHashSet(), HealthcareWorld.Texts("claims", "provider_npi").ToHashSet());
    }

    [Fact]
    public void Nobody_can_be_called_or_written_to()
    {
        Assert.All(HealthcareWorld.Texts("patients", "phone"), phone => Assert.Matches(@"^\(555\) 555-01[0-9]{2}$", phone)); // kept for fiction
        Assert.All(HealthcareWorld.Texts("patients", "email"), email => Assert.EndsWith("@example.org", email, StringComparison.Ordinal)); // reserved, RFC 2606
        Assert.All(HealthcareWorld.Texts("patients", "zip"), zip => Assert.Matches("^000[0-9]{2}$", zip)); // not in use
        Assert.All(HealthcareWorld.Texts("patients", "family_name").Distinct(), name => Assert.Matches("(meter|graph|scope|labe|Caliper|tant|olite)$", name)); // instruments
        Assert.All(HealthcareWorld.Texts("imaging_reports", "report").Take(500), report => Assert.Matches("^EXAMINATION: .+ QUALITY: .+ FINDINGS: .+ IMPRESSION: .+ Patient .+, born [0-9-]{10}, read on [0-9-]{10}[.]$", report));
    }
}
