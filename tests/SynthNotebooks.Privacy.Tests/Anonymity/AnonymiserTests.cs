using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Privacy.Tests.Anonymity;

public class AnonymiserTests
{
    [Theory]
    [InlineData(AnonymisationMethod.Mondrian)]
    [InlineData(AnonymisationMethod.MondrianRelaxed)]
    [InlineData(AnonymisationMethod.Optimal)]
    public void What_an_attacker_sees_meets_the_models(AnonymisationMethod method)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var result = Anonymiser.Run(SmallTables.Patients(seed, 300), new(SmallTables.Quasi, [new KAnonymity(4), new DistinctDiversity("ill", 2)])
            {
                Hierarchies = SmallTables.Hierarchies,
                Method = method,
                Sensitive = ["ill"],
                SuppressionLimit = method == AnonymisationMethod.Optimal ? 0.1 : 0,
            });
            var seen = Enumerable.Range(0, (int)result.Release.Rows.Count)
                .GroupBy(row => string.Join('/', SmallTables.Quasi.Select(name => result.Release[name].GetText(row)))).ToArray();
            Assert.All(seen, group => Assert.True(group.Count() >= 4 && group.Select(row => result.Release["ill"].GetText(row)).Distinct().Count() >= 2));
            Assert.Equal(seen.Length, result.ClassSizes.Count);
            Assert.Equal(seen.Min(group => group.Count()), result.ClassSizes.Min());
            Assert.Equal(0, Assert.Single(result.Homogeneity).ExposedRows);
            Assert.True(method == AnonymisationMethod.Optimal || result.Suppressed == 0);
        }
    }

    [Fact]
    public void Mondrian_cuts_finer_than_one_level_for_all()
    {
        var table = SmallTables.Patients(3, 500);
        AnonymityResult Run(AnonymisationMethod method) => Anonymiser.Run(table, new(SmallTables.Quasi, [new KAnonymity(5)]) { Hierarchies = SmallTables.Hierarchies, Method = method });
        Assert.True(Run(AnonymisationMethod.Mondrian).Losses["discernibility"] < Run(AnonymisationMethod.Optimal).Losses["discernibility"]);
    }

    [Fact]
    public void The_homogeneity_attack_finds_a_class_with_one_value()
    {
        var release = new DataFrame(TextColumn.Of("ill", ["flu", "flu", "flu", "cold", "gout"]));
        var attack = HomogeneityAttack.Of(release, [0, 0, 1, 1, 1], "ill");
        Assert.Equal((2, 1, 2), (attack.ExposedRows, attack.ExposedClasses, attack.Classes));
        Assert.Equal((3 / 5.0, 3 / 5.0), (attack.GuessRate, attack.Baseline));
    }

    [Fact]
    public void Two_harmless_releases_can_expose_together()
    {
        var table = new DataFrame(TextColumn.Of("ill", ["flu", "cold", "gout", "flu"]));
        // Row 0: {flu, cold} and {flu, gout} leave flu. Row 3: {gout, flu} and {cold, flu} leave flu.
        var attack = IntersectionAttack.Of(table, [0, 0, 1, 1], [0, 1, 0, 1], "ill", "another");
        Assert.Equal((4, 0, 1, 4), (attack.Rows, attack.ExposedBefore, attack.SmallestOverlap, attack.UniqueRows));
        Assert.Equal(2, attack.ExposedRows);
        Assert.Equal((1.5, 2.0), (attack.AverageValues, attack.AverageValuesBefore));
    }

    [Fact]
    public void Risks_are_those_of_the_definitions()
    {
        var risk = ReidentificationRisk.Of([2, 8], [4, 80]);
        Assert.Equal((0.5, 0.2, 0.25), (risk.ProsecutorHighest, risk.ProsecutorAverage, risk.JournalistHighest));
        Assert.Equal((0.5 + 0.1) / 10, risk.Marketer, 1e-12);
        Assert.Equal(0.2, risk.RowsAtRisk);
    }

    [Fact]
    public void Buckets_hold_different_values_and_keep_their_number()
    {
        var table = SmallTables.Patients(5, 90);
        var (release, buckets) = Anatomy.Permute(new DataFrame(table["age"], TextColumn.Of("ill", Enumerable.Range(0, 90).Select(row => $"{"abcde"[row % 5]}"))), "ill", 3, new InsecureSeededBits(1));
        Assert.Equal(90, release.Rows.Count);
        Assert.All(Enumerable.Range(0, 90).GroupBy(row => buckets[row]), bucket => Assert.True(bucket.Count() >= 3 && bucket.Select(row => release["ill"].GetText(row)).Distinct().Count() == bucket.Count()));
        Assert.Equal(18, Enumerable.Range(0, 90).Count(row => release["ill"].GetText(row) == "a"));
        Assert.Contains("'flu'", Assert.Throws<AnonymityException>(() => Anatomy.Permute(table, "ill", 3, new InsecureSeededBits(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_values_move_no_further_than_the_window()
    {
        var table = new DataFrame(new Int64Column("x", Enumerable.Range(0, 100).Select(i => (long)i * 37 % 100).ToArray()), TextColumn.Of("g", Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? "a" : "b")));
        var swapped = (Int64Column)RankSwapping.Swap(table, "x", 0.1, new InsecureSeededBits(2), "g")["x"];
        var before = (Int64Column)table["x"];
        var moved = 0;
        for (var row = 0; row < 100; row++)
        {
            moved += swapped.Values[row] != before.Values[row] ? 1 : 0;
            var others = Enumerable.Range(0, 100).Where(other => other % 2 == row % 2).Select(other => before.Values[other]).Order().ToList();
            Assert.InRange(Math.Abs(others.IndexOf(swapped.Values[row]) - others.IndexOf(before.Values[row])), 0, 5);
        }
        Assert.True(moved >= 90);
        Assert.Equal(before.Values.ToArray().Order(), swapped.Values.ToArray().Order());
    }

    [Fact]
    public void Wrong_requests_are_refused_by_name()
    {
        var table = SmallTables.Patients(1);
        Refused("'agee'", new(["agee"], [new KAnonymity(2)]));
        Refused("k is 61, but the table has only 60 rows", new(["age"], [new KAnonymity(61)]));
        Refused("'ill'", new(["ill"], [new KAnonymity(2)]) { Sensitive = ["ill"] });
        Refused("named twice", new(["age", "age"], [new KAnonymity(2)]));
        Refused("'job': the hierarchy hierarchy has no line for the value", With("job", TableHierarchy.Of([["mason", "*"]])));
        Refused("Column 'age': the levels do not nest", With("age", new Crossing()));
        Refused("is a share of the rows", new(["age"], [new KAnonymity(2)]) { SuppressionLimit = 1.5 });
        Refused("needs labels that apply", new(["age"], [new KMap(2)]) { Population = table, Method = AnonymisationMethod.Mondrian });

        void Refused(string part, AnonymityOptions options) => Assert.Contains(part, Assert.Throws<AnonymityException>(() => Anonymiser.Run(table, options)).Message, StringComparison.Ordinal);

        static AnonymityOptions With(string column, GeneralisationHierarchy hierarchy) =>
            new([column], [new KAnonymity(2)]) { Hierarchies = new Dictionary<string, GeneralisationHierarchy> { [column] = hierarchy } };
    }

    [Fact]
    public void A_column_that_tells_rows_apart_is_warned_of()
    {
        var table = SmallTables.Patients(1).AddColumn(new Int64Column("number", Enumerable.Range(0, 60).Select(i => (long)i).ToArray()));
        var result = Anonymiser.Run(table, new(SmallTables.Quasi, [new KAnonymity(2)]) { Hierarchies = SmallTables.Hierarchies });
        Assert.Contains("'number'", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    private sealed class Crossing : GeneralisationHierarchy
    {
        public override int Levels => 3;

        public override string[] Labels(Column values, int level) => [.. values.ToNumbers().Select(age => level == 1 ? $"{age % 2}" : $"{age % 3}")];
    }
}
