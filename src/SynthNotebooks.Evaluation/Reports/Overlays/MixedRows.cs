namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Rows as a matrix that is mostly the same few numbers: standardised numbers, and (indicator − share) / √share of categories.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Numbers">One array a numeric feature.</param>
/// <param name="Categories">One array a category column: the feature of each row, −1 for none.</param>
/// <param name="Roots">√share of each category feature.</param>
internal sealed record MixedRows(int Rows, double[][] Numbers, int[][] Categories, double[] Roots)
{
    /// <summary>Number of features: the numbers, then the categories.</summary>
    public int Features => Numbers.Length + Roots.Length;

    /// <summary>The matrix times a vector of features: one value a row.</summary>
    public double[] Times(double[] vector)
    {
        var centre = 0.0;
        for (var f = 0; f < Roots.Length; f++) centre += Roots[f] * vector[Numbers.Length + f];
        var product = new double[Rows];
        Array.Fill(product, -centre);
        for (var j = 0; j < Numbers.Length; j++)
            for (var row = 0; row < Rows; row++) product[row] += Numbers[j][row] * vector[j];
        foreach (var column in Categories)
            for (var row = 0; row < Rows; row++)
                if (column[row] >= 0) product[row] += vector[Numbers.Length + column[row]] / Roots[column[row]];
        return product;
    }

    /// <summary>The transposed matrix times a vector of rows: one value a feature.</summary>
    public double[] TransposedTimes(double[] vector)
    {
        var product = new double[Features];
        for (var j = 0; j < Numbers.Length; j++)
            for (var row = 0; row < Rows; row++) product[j] += Numbers[j][row] * vector[row];
        foreach (var column in Categories)
            for (var row = 0; row < Rows; row++)
                if (column[row] >= 0) product[Numbers.Length + column[row]] += vector[row];
        var total = 0.0;
        foreach (var value in vector) total += value;
        for (var f = 0; f < Roots.Length; f++) product[Numbers.Length + f] = product[Numbers.Length + f] / Roots[f] - Roots[f] * total;
        return product;
    }

    /// <summary>Mean square of the rows: the sum of the features' variances around the centre they were made with.</summary>
    public double Variance()
    {
        var sum = 0.0;
        foreach (var number in Numbers)
            foreach (var value in number) sum += value * value;
        // Σ over features of ((indicator − p)² / p) = p, and 1/p − 2 more for the feature that a row has.
        var shares = 0.0;
        foreach (var root in Roots) shares += root * root;
        sum += shares * Rows;
        foreach (var column in Categories)
            foreach (var feature in column)
                if (feature >= 0) sum += 1 / (Roots[feature] * Roots[feature]) - 2;
        return sum / Rows;
    }
}
