using System.Globalization;

namespace SynthNotebooks.Generators.Private;

/// <summary>A sum of zCDP that was reserved, and what of it was used; using more is a defect of the method and stops it before the data is read.</summary>
internal sealed class RhoAllowance(double total)
{
    private const double Rounding = 1e-9; // of many additions

    /// <summary>The whole.</summary>
    public double Total { get; } = total;

    /// <summary>What was used.</summary>
    public double Used { get; private set; }

    /// <summary>What is left.</summary>
    public double Left => Total - Used;

    /// <summary>Uses a part.</summary>
    /// <param name="rho">Above 0.</param>
    /// <exception cref="InvalidOperationException">More than is left.</exception>
    public void Use(double rho)
    {
        if (!(rho > 0)) throw new ArgumentOutOfRangeException(nameof(rho), rho, "A cost must be above 0.");
        if (Used + rho > Total * (1 + Rounding))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A step costs rho {rho:G6}, but only {Left:G6} of {Total:G6} is left."));
        Used += rho;
    }
}
