using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Codes such as postcodes with 1, 2, ... characters masked from the right, in the end all.</summary>
public sealed class MaskingHierarchy : GeneralisationHierarchy
{
    private readonly int _length;
    private readonly bool _wholeValue;

    /// <param name="length">Longest code, 1 to 64; shorter ones are masked later.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not legal.</exception>
    public MaskingHierarchy(int length) : this(length, wholeValue: false) => Contracts.Require.InRange(length, 1, 64);

    internal MaskingHierarchy(int length, bool wholeValue) => (_length, _wholeValue) = (length, wholeValue);

    /// <inheritdoc/>
    public override int Levels => _length + 1;

    /// <inheritdoc/>
    public override string[] Labels(Column values, int level)
    {
        ArgumentNullException.ThrowIfNull(values);
        var labels = new string[values.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (values.GetText(i) is not { } code || level == _length)
            {
                labels[i] = Everything;
                continue;
            }
            if (code.Length > _length && !_wholeValue)
                throw new AnonymityException($"Column '{values.Name}': the code '{code}' has {code.Length} characters; the hierarchy masks codes of at most {_length}.");
            var kept = Math.Min(_length - level, code.Length);
            labels[i] = code[..kept] + new string('*', code.Length - kept);
        }
        return labels;
    }
}
