namespace SynthNotebooks.Learning;

/// <summary>A trained model. Immutable.</summary>
public interface IPredictor
{
    /// <summary>Numbers a row: one probability a class, or 1 for a predicted number.</summary>
    int Outputs { get; }

    /// <summary>Predicts.</summary>
    /// <param name="features">The columns that the model was trained on.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <returns>[rows, <see cref="Outputs"/>]: probabilities that sum to 1 in every row, or the predicted numbers.</returns>
    /// <exception cref="ArgumentException">The columns are not those of training.</exception>
    double[] Predict(FeatureTable features, TrainingContext context);
}
