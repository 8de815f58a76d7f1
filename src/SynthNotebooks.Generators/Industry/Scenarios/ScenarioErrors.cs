namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Gathers errors, so that several are told at once.</summary>
internal sealed class ScenarioErrors
{
    private const int Most = 50;
    private readonly List<ScenarioError> _errors = [];

    /// <summary>Runs a part; its errors are kept.</summary>
    public void Guard(Action part)
    {
        try
        {
            part();
        }
        catch (ScenarioException wrong)
        {
            foreach (var error in wrong.Errors)
                if (_errors.Count < Most && !_errors.Contains(error)) _errors.Add(error);
        }
    }

    /// <exception cref="ScenarioException">There were errors.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0) throw new ScenarioException([.. _errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column)]);
    }
}
