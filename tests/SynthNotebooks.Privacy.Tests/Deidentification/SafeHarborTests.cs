using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Deidentification;

namespace SynthNotebooks.Privacy.Tests.Deidentification;

// All values are made up, from ranges reserved for that: 555-01xx telephones, 192.0.2.0/24, example.org, social security numbers that are never issued.
public class SafeHarborTests
{
    [Theory]
    [InlineData("patient_name", "x", SafeHarborIdentifier.Name)]
    [InlineData("LastName", "x", SafeHarborIdentifier.Name)]
    [InlineData("homeCity", "x", SafeHarborIdentifier.Geography)]
    [InlineData("discharge_date", "x", SafeHarborIdentifier.DateOrAge)]
    [InlineData("Phone", "x", SafeHarborIdentifier.Telephone)]
    [InlineData("fax_number", "x", SafeHarborIdentifier.Fax)]
    [InlineData("email", "x", SafeHarborIdentifier.Email)]
    [InlineData("SSN", "x", SafeHarborIdentifier.SocialSecurity)]
    [InlineData("mrn", "x", SafeHarborIdentifier.MedicalRecord)]
    [InlineData("member_id", "x", SafeHarborIdentifier.HealthPlan)]
    [InlineData("account", "x", SafeHarborIdentifier.Account)]
    [InlineData("driversLicense", "x", SafeHarborIdentifier.Licence)]
    [InlineData("license plate", "x", SafeHarborIdentifier.Vehicle)]
    [InlineData("device_id", "x", SafeHarborIdentifier.Device)]
    [InlineData("url", "x", SafeHarborIdentifier.Url)]
    [InlineData("ip", "x", SafeHarborIdentifier.IpAddress)]
    [InlineData("fingerprint", "x", SafeHarborIdentifier.Biometric)]
    [InlineData("photo", "x", SafeHarborIdentifier.Photograph)]
    [InlineData("uuid", "x", SafeHarborIdentifier.OtherUnique)]
    [InlineData("c1", "someone@example.org", SafeHarborIdentifier.Email)]
    [InlineData("c1", "see https://example.org/a", SafeHarborIdentifier.Url)]
    [InlineData("c1", "192.0.2.17", SafeHarborIdentifier.IpAddress)]
    [InlineData("c1", "2001:db8::7", SafeHarborIdentifier.IpAddress)]
    [InlineData("c1", "00-00-5E-00-53-01", SafeHarborIdentifier.Device)]
    [InlineData("c1", "000-12-3456", SafeHarborIdentifier.SocialSecurity)]
    [InlineData("c1", "(212) 555-0143", SafeHarborIdentifier.Telephone)]
    [InlineData("c1", "12345678-1234-1234-1234-123456789abc", SafeHarborIdentifier.OtherUnique)]
    [InlineData("c1", "seen on 2021-03-04 again", SafeHarborIdentifier.DateOrAge)]
    [InlineData("c1", "scan7.JPG", SafeHarborIdentifier.Photograph)]
    [InlineData("c1", "Dr. Mustermann", SafeHarborIdentifier.Name)]
    [InlineData("c1", "Doe, Jane", SafeHarborIdentifier.Name)]
    [InlineData("c1", "11111111111111111", null)] // 17 digits are no vehicle number
    [InlineData("c1", "1M8GDM9AXKP042788", SafeHarborIdentifier.Vehicle)]
    [InlineData("c1", "1M8GDM9A1KP042788", null)] // wrong check digit
    [InlineData("diagnosis", "flu", null)]
    [InlineData("state", "NY", null)]
    [InlineData("dosage", "5 mg", null)]
    [InlineData("message", "ok", null)]
    public void Identifiers_are_found_by_name_and_by_pattern(string column, string value, SafeHarborIdentifier? expected)
    {
        var report = SafeHarbor.Scan(new DataFrame(TextColumn.Of(column, [value, "ok", null])));
        Assert.Equal(expected, report.Findings.Count > 0 ? report.Findings[0].Identifier : null);
    }

    [Fact]
    public void No_value_stands_in_a_report()
    {
        var report = SafeHarbor.Scan(new DataFrame(TextColumn.Of("remark", ["call 212-555-0143", "ask someone@example.org", "nothing"])));
        var finding = Assert.Single(report.Findings);
        Assert.DoesNotContain("555", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("someone", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 3", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_dropped_or_coarsened_as_the_rule_asks()
    {
        var table = new DataFrame(
            TextColumn.Of("name", ["A", "B", "C"]), new Int64Column("age", new long[] { 34, 89, 97 }), TextColumn.Of("zip", ["10001", "03601", null]),
            new DateColumn("seen", new[] { new DateOnly(2020, 5, 6).DayNumber, new DateOnly(2021, 1, 1).DayNumber, 0 }, NullMask.Of([false, false, true])),
            TextColumn.Of("visit", ["05/06/2020", "01/02/2019", "12/31/2018"]), TextColumn.Of("diagnosis", ["flu", "cold", "flu"]));

        var report = SafeHarbor.Scan(table);
        var safe = SafeHarbor.Apply(table, report);

        Assert.Equal(["age", "zip", "seen", "visit", "diagnosis"], safe.Columns.Select(column => column.Name));
        Assert.Equal([34L, 89L, 90L], Cells(safe, "age"));
        Assert.Equal(["100", "000", null], Cells(safe, "zip")); // 036 has at most 20,000 people
        Assert.Equal([2020L, 2021L, null], Cells(safe, "seen"));
        Assert.Equal([2020L, 2019L, 2018L], Cells(safe, "visit"));
        Assert.Equal(["diagnosis"], report.Clear);
        Assert.DoesNotContain(SafeHarbor.Scan(safe).Findings, finding => finding.Identifier != SafeHarborIdentifier.Geography); // three digits are still called zip
    }

    [Fact]
    public void Zip_codes_read_as_numbers_get_their_zeros_back()
    {
        var table = new DataFrame(new Int64Column("zip", new long[] { 3601, 10001, 501 }));
        Assert.Equal(["000", "100", "005"], Cells(SafeHarbor.Apply(table, SafeHarbor.Scan(table)), "zip"));
    }

    [Fact]
    public void The_guidance_lists_17_areas() => Assert.Equal(
        "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893", string.Join(' ', RestrictedZipPrefixes.Census2000.Order(StringComparer.Ordinal)));

    [Fact]
    public void Births_that_tell_an_age_above_89_become_one_year()
    {
        var table = new DataFrame(
            new Int64Column("birth_year", new long[] { 1920, 1936, 1937, 2001 }),
            new DateColumn("dob", new[] { 1921, 1936, 1937, 2001 }.Select(year => new DateOnly(year, 12, 31).DayNumber).ToArray()),
            TextColumn.Of("birthDate", ["1922-01-01", "1936-12-31", null, "05/06/2001"]),
            new Int64Column("yob", new long[] { 1950, 1960, 1970, 1980 }),
            new DoubleColumn("birth_weight", new[] { 2.9, 3.1, 3.3, 4.0 }));

        var report = SafeHarbor.Scan(table, 2026, []);
        var clean = SafeHarbor.Apply(table, report);

        Assert.Equal(["birth_year", "dob", "birthDate"], report.Findings.Select(finding => finding.Column));
        Assert.All(report.Findings, finding => Assert.Equal(SafeHarborAction.KeepBirthYear, finding.Action));
        Assert.Equal([1936, 1936, 1937, 2001], clean["birth_year"].ToNumbers());
        Assert.Equal([1936, 1936, 1937, 2001], clean["dob"].ToNumbers());
        Assert.Equal([1936, 1936, double.NaN, 2001], clean["birthDate"].ToNumbers());
        Assert.Equal(["yob", "birth_weight"], report.Clear); // years that tell no such age may stay
        Assert.Empty(SafeHarbor.Scan(clean, 2026, ["dob", "birthDate", "birth_year"]).Findings);
        Assert.Contains("yob", SafeHarbor.Scan(table, 2045, []).Findings.Select(finding => finding.Column)); // released later, 1950 tells it
    }

    [Fact]
    public void Each_of_the_18_identifiers_has_a_name_that_tells_it()
    {
        string[] names = ["name", "zip", "dob", "phone", "fax", "email", "ssn", "mrn", "member id", "account", "licence", "vin", "serial number", "url", "ip", "fingerprint", "photo", "barcode"];
        var report = SafeHarbor.Scan(new DataFrame(names.Select(name => TextColumn.Of(name, ["x", "y"]))), 2026, []);

        Assert.Equal(Enum.GetValues<SafeHarborIdentifier>(), report.Findings.Select(finding => finding.Identifier));
    }

    [Fact]
    public void Columns_that_the_user_answers_for_are_kept()
    {
        var table = new DataFrame(TextColumn.Of("name", ["aspirin"]));
        Assert.Empty(SafeHarbor.Scan(table, "name").Findings);
        Assert.Contains("'nmae'", Assert.Throws<ArgumentException>(() => SafeHarbor.Scan(table, "nmae")).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<object?> Cells(DataFrame table, string column) => Enumerable.Range(0, (int)table.Rows.Count).Select(row => table[column][row]);
}
