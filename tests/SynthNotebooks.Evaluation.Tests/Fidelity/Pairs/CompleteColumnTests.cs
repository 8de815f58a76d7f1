using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Pairs;

/// <summary>Columns without missing cells take shorter ways; they must lead to the same bits.</summary>
public class CompleteColumnTests
{
    private const int Rows = 500;

    [Theory, InlineData(false), InlineData(true)]
    public void Correlations_of_columns_have_the_bits_of_those_of_their_numbers(bool missing)
    {
        var tables = Tables(missing);
        for (var i = 0; i < tables.Columns; i++)
        {
            for (var j = 0; j < tables.Columns; j++)
            {
                ColumnView a = tables.Real(i), b = tables.Real(j);
                if (a.IsNumeric && b.IsNumeric)
                {
                    AssertSame(PearsonCorrelation.Of(a.Numbers.AsSpan(), b.Numbers.AsSpan()), PearsonCorrelation.Of(a, b));
                    AssertSame(PearsonCorrelation.Of(MidRanks(a.Numbers, b.Numbers), MidRanks(b.Numbers, a.Numbers)), RankCorrelation.Of(a.Ranks, b.Ranks));
                }
                else if (b.IsNumeric)
                {
                    AssertSame(CorrelationRatio.Of(a.Codes, tables.Cells(i), b.Numbers), CorrelationRatio.Of(a, tables.Cells(i), b));
                }
            }
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Measures_that_comparing_the_pairs_has_found_are_those_of_the_columns(bool missing)
    {
        var tables = Tables(missing);
        var comparison = TableComparison.All(tables, 1, TableSet.Parallelism(tables.Options))[0];
        foreach (var measure in new[] { PairMeasure.Pearson, PairMeasure.CramersV })
        {
            Assert.True(measure.InFigures);
            var expected = new List<double>();
            for (var i = 0; i < tables.Columns; i++)
                for (var j = i + 1; j < tables.Columns; j++)
                    if (tables.Real(i).IsNumeric == tables.Real(j).IsNumeric && measure.Counts(tables.Real(i).IsNumeric ? PairKind.Numeric : PairKind.Categories)
                        && measure.Of(tables.Real(i), tables.Cells(i), tables.Real(j), tables.Cells(j)) is { } there)
                        expected.Add(measure.Of(tables.Other(i, 0), tables.Cells(i), tables.Other(j, 0), tables.Cells(j)) is { } here ? Math.Abs(there - here) : measure.Worst);

            Assert.NotEmpty(expected);
            Assert.Equal(expected, PairDifferences.Of(comparison, measure).Values);
        }
    }

    [Theory]
    [InlineData(6, 4)]
    [InlineData(3000, 2000)] // more cells than stand in an array
    public void Association_and_information_by_their_definitions(int firstCells, int secondCells)
    {
        var random = new SplitRandom(7);
        int[] first = new int[Rows], second = new int[Rows];
        for (var row = 0; row < Rows; row++)
        {
            first[row] = random.NextBelow(Math.Min(firstCells, 40)) * (firstCells / Math.Min(firstCells, 40));
            second[row] = random.NextBelow(2) == 0 ? first[row] * (secondCells - 1) / firstCells : random.NextBelow(secondCells);
        }
        double n = Rows;
        var rows = first.CountBy(code => code).ToDictionary();
        var columns = second.CountBy(code => code).ToDictionary();
        var cells = first.Zip(second).CountBy(pair => pair).ToArray();
        var chi = cells.Sum(cell => cell.Value * (double)cell.Value / ((double)rows[cell.Key.First] * columns[cell.Key.Second])) - 1;
        var information = cells.Sum(cell => cell.Value / n * PortableMath.Log(cell.Value * n / ((double)rows[cell.Key.First] * columns[cell.Key.Second])));
        double Entropy(IEnumerable<int> counts) => -counts.Sum(count => count / n * PortableMath.Log(count / n));

        var table = TwoWayTable.Of(first, firstCells, second, secondCells);

        Assert.Equal(Math.Sqrt(chi / (Math.Min(rows.Count, columns.Count) - 1)), table.CramersV()!.Value, 10);
        Assert.Equal(information / Math.Sqrt(Entropy(rows.Values) * Entropy(columns.Values)), table.NormalisedInformation()!.Value, 10);
    }

    [Fact]
    public void A_mode_with_edges_of_each_tables_own_is_of_the_first_table()
    {
        var tables = TableSet.Read(Table(1, missing: false), [Table(2, missing: false), Table(3, missing: false)], new());
        var compared = TableComparison.All(tables, 2, TableSet.Parallelism(tables.Options));

        Assert.NotNull(compared[0].Scores(FidelityMode.SdMetrics024).Trend);
        Assert.Contains("sdmetrics-0.24", Assert.Throws<InvalidOperationException>(() => compared[1].Scores(FidelityMode.SdMetrics024)).Message, StringComparison.Ordinal);
    }

    private static TableSet Tables(bool missing) => TableSet.Read(Table(1, missing), [Table(2, missing)], new());

    // Numbers with and without ties, one that is constant, categories, one that is always the same.
    private static DataFrame Table(ulong seed, bool missing)
    {
        var random = new SplitRandom(seed);
        double[] a = new double[Rows], b = new double[Rows], c = new double[Rows];
        string?[] few = new string?[Rows], many = new string?[Rows];
        for (var row = 0; row < Rows; row++)
        {
            a[row] = random.NextDouble() * 1e6;
            b[row] = Math.Floor(a[row] / 2e5) + random.NextBelow(3);
            c[row] = random.NextDouble() - a[row] * 1e-7;
            few[row] = a[row] > 5e5 ? "high" : "low";
            many[row] = "v" + random.NextBelow(20);
            if (missing && row % 7 == 0) b[row] = double.NaN;
            if (missing && row % 5 == 0) (c[row], many[row]) = (double.NaN, null);
        }
        return new DataFrame(new DoubleColumn("a", a), new DoubleColumn("b", b), new DoubleColumn("c", c), new DoubleColumn("constant", new double[Rows]), TextColumn.Of("few", few), TextColumn.Of("many", many), TextColumn.Of("same", [.. Enumerable.Repeat<string?>("x", Rows)]));
    }

    // Ranks over the rows where both are present, by counting the smaller and the equal ones.
    private static double[] MidRanks(double[] numbers, double[] partner)
    {
        double[] present = [.. numbers.Where((number, row) => !double.IsNaN(number) && !double.IsNaN(partner[row]))];
        return [.. numbers.Select((number, row) => double.IsNaN(number) || double.IsNaN(partner[row]) ? double.NaN : present.Count(one => one < number) + (present.Count(one => one == number) + 1) / 2.0)];
    }

    private static void AssertSame(double? expected, double? actual) => Assert.Equal(expected is { } e ? BitConverter.DoubleToInt64Bits(e) : null, actual is { } a ? BitConverter.DoubleToInt64Bits(a) : (long?)null);
}
