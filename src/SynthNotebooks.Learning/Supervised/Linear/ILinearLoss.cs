namespace SynthNotebooks.Learning;

/// <summary>Loss of a row as a function of the linear model's outputs there.</summary>
internal interface ILinearLoss
{
    /// <summary>Outputs of the model, each with its own weights.</summary>
    int Outputs { get; }

    /// <summary>The loss; writes its derivative by each output, and returns the second derivative of a single output.</summary>
    double Evaluate(int row, Span<double> outputs, out double curvature);
}
