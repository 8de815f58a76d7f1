using System.Globalization;
using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>A fraction of two integers, in lowest terms; the exact parameter of a mechanism.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominator;

    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "A denominator must be positive.");
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, _denominator) = (numerator / common, denominator / common);
    }

    /// <summary>Any sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Positive.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>Below, at or above zero: −1, 0, 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The fraction that a double is, to the last bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static Rational Of(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "The number must be finite.");
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        BigInteger mantissa = exponent == 0 ? bits : bits & 0xFFFFFFFFFFFFF | 0x10000000000000;
        var shift = Math.Max(exponent, 1) - 1075;
        if (value < 0) mantissa = -mantissa;
        return shift >= 0 ? new(mantissa << shift, BigInteger.One) : new(mantissa, BigInteger.One << -shift);
    }

    /// <summary>The nearest double, up to a unit in the last place.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero) return 0;
        // 64 significant bits of the quotient, so that neither part overflows
        var shift = (int)(64 - (long)BigInteger.Abs(Numerator).GetBitLength() + Denominator.GetBitLength());
        var quotient = shift >= 0 ? (Numerator << shift) / Denominator : Numerator / (Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    /// <summary>A double that is not below the fraction: for costs, which round upwards.</summary>
    public double ToDoubleUp()
    {
        var value = ToDouble();
        while (double.IsFinite(value) && Of(value) < this) value = Math.BitIncrement(value);
        return value;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>E.g. <c>1/3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient by a positive fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is not positive.</exception>
    public static Rational operator /(Rational left, Rational right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>Equal.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Different.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Less.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;
}
