namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>How much more often an attacker is right about members than about people whose records were never used.</summary>
/// <param name="Risk">(a − c) / (1 − c), at least 0, with its 95 % interval cut to 0 to 1.</param>
/// <param name="Unclipped">The same before it is cut; below 0 when others are easier to attack than members.</param>
/// <param name="Error">Half the width of the interval before it is cut.</param>
/// <param name="AttackRate">a: Wilson's estimate of the share of successes on members.</param>
/// <param name="ControlRate">c: the same on non-members.</param>
/// <param name="BaselineRate">The same of an attacker without the synthetic table; null when there is none.</param>
/// <param name="Attacks">Attacks on members.</param>
/// <param name="Controls">Attacks on non-members.</param>
/// <remarks>Sources: Giomi et al., PoPETs 2023(2), arXiv:2211.10459 (risk); Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953 (interval).</remarks>
public sealed record RiskEstimate(Interval Risk, double Unclipped, double Error, double AttackRate, double ControlRate, double? BaselineRate, int Attacks, int Controls)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Estimates the risk; undefined (null) when every control succeeds.</summary>
    /// <param name="successes">On members.</param>
    /// <param name="attacks">At least 1.</param>
    /// <param name="controlSuccesses">On non-members.</param>
    /// <param name="controls">At least 1.</param>
    /// <param name="baselineSuccesses">Of an attacker without the synthetic table, on as many members; null when there is none.</param>
    public static RiskEstimate Of(int successes, int attacks, int controlSuccesses, int controls, int? baselineSuccesses = null)
    {
        var (attack, attackError) = Wilson(successes, attacks);
        var (control, controlError) = Wilson(controlSuccesses, controls);
        var risk = (attack - control) / (1 - control);
        double first = attackError / (1 - control), second = controlError * (attack - 1) / ((1 - control) * (1 - control));
        var error = Math.Sqrt(first * first + second * second);
        var interval = new Interval(Math.Max(0, risk), Math.Clamp(risk - error, 0, 1), Math.Clamp(risk + error, 0, 1));
        return new(interval, risk, error, attack, control, baselineSuccesses is { } right ? Wilson(right, attacks).Rate : null, attacks, controls);
    }

    /// <summary>Centre and half width of Wilson's 95 % interval.</summary>
    public static (double Rate, double Error) Wilson(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (successes < 0 || successes > trials) throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Of {trials} trials 0 to {trials} can succeed.");
        const double Square = Normal95 * Normal95;
        double n = trials, k = successes;
        return ((k + Square / 2) / (n + Square), Normal95 / (n + Square) * Math.Sqrt(k * (n - k) / n + Square / 4));
    }
}
