using System.Globalization;
using System.Runtime.CompilerServices;

namespace SynthNotebooks.Contracts;

/// <summary>Checks of options, made once in the constructor that takes them.</summary>
public static class Require
{
    /// <summary>Throws unless a number lies in a closed range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the option, the value and the legal range.</exception>
    public static void InRange(double value, double minimum, double maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value >= minimum && value <= maximum) return;
        throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must lie in {minimum} to {maximum}."));
    }
}
