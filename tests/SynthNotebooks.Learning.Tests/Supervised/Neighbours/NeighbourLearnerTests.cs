using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Neighbours;

public class NeighbourLearnerTests
{
    [Theory, Seeds(5)]
    public void Predictions_are_those_of_sorting_all_rows_by_distance(ulong seed)
    {
        FeatureTable features = Complete(seed, 120), fresh = Complete(seed + 50, 40);
        var labels = Labels.OfNumbers(Array.ConvertAll(features.Columns[0].Numbers, number => number * number));
        double first = Deviation(features.Columns[0].Numbers), last = Deviation(features.Columns[2].Numbers);

        var predicted = new NeighbourLearner(count: 7).Train(features, labels, new()).Predict(fresh, new());

        for (var row = 0; row < fresh.Rows; row++)
        {
            var nearest = Enumerable.Range(0, features.Rows).OrderBy(other => Distance(row, other)).Take(7);
            Assert.Equal(nearest.Average(other => labels.Numbers[other]), predicted[row], 1e-9);
        }

        double Distance(int row, int other) => Gap(0, row, other) / first + Gap(2, row, other) / last + (fresh.Columns[1].Codes[row] == features.Columns[1].Codes[other] ? 0 : 1);

        double Gap(int column, int row, int other) => Math.Abs(fresh.Columns[column].Numbers[row] - features.Columns[column].Numbers[other]);

        static FeatureTable Complete(ulong seed, int rows)
        {
            var table = LabelledTables.Features(seed, rows);
            return new([table.Columns[0], table.Columns[2], table.Columns[3]]);
        }
    }

    [Fact]
    public void One_neighbour_repeats_the_class_of_the_same_row()
    {
        var features = LabelledTables.Features(3, 200);
        var labels = LabelledTables.Classes(features, 3);

        var predicted = new NeighbourLearner(count: 1).Train(features, labels, new()).Predict(features, new());

        for (var row = 0; row < 200; row++) Assert.Equal(1, predicted[3 * row + labels.Classes[row]]);
    }

    private static double Deviation(double[] numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
    }
}
