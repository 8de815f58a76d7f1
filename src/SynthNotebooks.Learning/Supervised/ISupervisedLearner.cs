namespace SynthNotebooks.Learning;

/// <summary>Learns to predict a label from features; stateless.</summary>
public interface ISupervisedLearner
{
    /// <summary>Trains a model; the same features, labels and seed give the same model at any number of threads.</summary>
    /// <param name="features">At least one row.</param>
    /// <param name="labels">As many as there are rows.</param>
    /// <param name="context">Seed, threads, cancellation.</param>
    /// <exception cref="ArgumentException">Rows and labels differ in number, or there are none.</exception>
    /// <exception cref="OperationCanceledException">Training was stopped.</exception>
    IPredictor Train(FeatureTable features, Labels labels, TrainingContext context);
}
