using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Identifiers;

namespace SynthNotebooks.Generators.Tests.Industry.Identifiers;

public class DammCheckDigitTests
{
    [Fact]
    public void The_worked_example_of_the_literature_holds()
    {
        Assert.Equal(4, DammCheckDigit.Of("572"));
        Assert.True(DammCheckDigit.IsValid("5724"));
        Assert.False(DammCheckDigit.IsValid("5727"));
    }

    [Theory, Seeds(50)]
    public void Every_wrong_digit_and_every_swap_of_neighbours_is_found(ulong seed)
    {
        var digits = new SplitRandom(seed).NextBelow(10_000_000).ToString("D7", CultureInfo.InvariantCulture);
        var valid = (digits + DammCheckDigit.Of(digits).ToString(CultureInfo.InvariantCulture)).ToCharArray();

        Assert.True(DammCheckDigit.IsValid(valid));
        for (var i = 0; i < valid.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                char[] changed = [.. valid];
                changed[i] = digit;
                Assert.Equal(digit == valid[i], DammCheckDigit.IsValid(changed));
            }
            if (i == 0 || valid[i] == valid[i - 1]) continue;
            char[] swapped = [.. valid];
            (swapped[i], swapped[i - 1]) = (swapped[i - 1], swapped[i]);
            Assert.False(DammCheckDigit.IsValid(swapped));
        }
    }

    [Fact]
    public void Other_characters_are_rejected() =>
        Assert.Contains("'x' in '12x'", Assert.Throws<ArgumentException>(() => DammCheckDigit.Of("12x")).Message, StringComparison.Ordinal);
}
