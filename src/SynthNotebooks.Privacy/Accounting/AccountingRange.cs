namespace SynthNotebooks.Privacy;

/// <summary>Checks that all accountants share.</summary>
internal static class AccountingRange
{
    public static void CheckDelta(double delta)
    {
        if (!(delta is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must lie above 0 and below 1.");
    }

    public static void CheckEpsilon(double epsilon)
    {
        if (!(epsilon >= 0)) throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be at least 0.");
    }
}
