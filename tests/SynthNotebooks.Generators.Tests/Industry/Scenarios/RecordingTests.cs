namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class RecordingTests
{
    private const int Rows = 40_000;

    [Fact]
    public void Cells_are_missing_by_nothing_by_others_or_by_themselves()
    {
        var table = Worlds.Of("scenario: m\nentities:\n  e:\n    attributes: {age: {uniform: [0, 100]}, a: {normal: [0, 1]}, b: {normal: [0, 1]}, c: {normal: [0, 1]}, c_true: c * 1}\n    missing: {a: {mcar: 0.2}, b: {mar: \"if(age > 50, 0.4, 0.1)\"}, c: {mnar: \"if(c > 0, 0.5, 0)\"}}", Rows)["e"];
        var (age, truth) = (table["age"].ToNumbers(), table["c_true"].ToNumbers());

        Check("a", row => age[row] > 50, 0.2);
        Check("a", row => age[row] <= 50, 0.2);
        Check("b", row => age[row] > 50, 0.4);
        Check("b", row => age[row] <= 50, 0.1);
        Check("c", row => truth[row] > 0, 0.5);
        Assert.DoesNotContain(Enumerable.Range(0, Rows), row => truth[row] <= 0 && table["c"].IsNull(row));

        void Check(string column, Func<int, bool> group, double share)
        {
            var rows = Enumerable.Range(0, Rows).Where(group).ToArray();
            Assert.InRange(rows.Count(table[column].IsNull) / (double)rows.Length, share - Tolerance.OfMean(rows.Length), share + Tolerance.OfMean(rows.Length));
        }
    }

    [Fact]
    public void A_fault_is_labelled_exactly_where_it_happened()
    {
        var table = Worlds.Of("scenario: a\nentities:\n  e:\n    attributes: {weight: {normal: [70, 10]}, truth: weight * 1}\n    anomalies: [{name: unit_error, rate: 0.05, set: {weight: weight * 2.2}}, {name: lost, rate: 0.02, set: {weight: missing()}}]", Rows)["e"];
        var (weight, truth, label) = (table["weight"].ToNumbers(), table["truth"].ToNumbers(), table["anomaly"]);

        var faults = 0;
        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(label.GetText(row) switch { "unit_error" => truth[row] * 2.2, "lost" => double.NaN, _ => truth[row] }, weight[row]);
            if (label.GetText(row) == "unit_error") faults++;
        }
        Assert.InRange(faults / (double)Rows, 0.05 - Tolerance.OfMean(Rows), 0.05 + Tolerance.OfMean(Rows));
    }

    [Fact]
    public void Dirt_is_applied_only_when_it_is_on()
    {
        const string yaml = "scenario: d\nentities:\n  e:\n    attributes: {t: {choose: [alpha, beta]}, x: {value: 5}}\n    dirt: {typos: {t: 0.5}, duplicates: 0.1, outliers: {x: 0.1}}";
        var (clean, dirty) = (Worlds.Of(yaml, 2000)["e"], Worlds.Of(yaml + "\ndirt: on", 2000)["e"]);

        Assert.Equal(2000, clean.Rows.Count);
        Assert.InRange(dirty.Rows.Count, 2000 * (1.1 - Tolerance.OfMean(2000)), 2000 * (1.1 + Tolerance.OfMean(2000)));
        Assert.All(Enumerable.Range(0, 2000), row => Assert.Contains(clean["t"].GetText(row), (string[])["alpha", "beta"]));
        var rows = (int)dirty.Rows.Count;
        // one typing error in some dozens leaves the word as it was (two equal neighbours swapped), none of these
        Assert.InRange(Enumerable.Range(0, rows).Count(row => dirty["t"].GetText(row) is not ("alpha" or "beta")) / (double)rows, 0.5 - Tolerance.OfMean(rows), 0.5 + Tolerance.OfMean(rows));
        Assert.Contains(50.0, dirty["x"].ToNumbers());
    }

    [Fact]
    public void Constraints_hold_in_every_row()
    {
        var table = Worlds.Of("scenario: c\nentities:\n  e:\n    attributes: {lo: {normal: [0, 1]}, hi: {normal: [0, 1]}}\n    constraints: [lo < hi]", 5000)["e"];

        Assert.All(Enumerable.Range(0, 5000), row => Assert.True((double)table["lo"][row]! < (double)table["hi"][row]!));
    }
}
