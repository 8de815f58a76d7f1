namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>What is done with a column.</summary>
public enum SafeHarborAction
{
    /// <summary>The column is left out.</summary>
    Drop,

    /// <summary>A date keeps its year.</summary>
    KeepYear,

    /// <summary>A zip code keeps its first three digits, or becomes 000 where few people live.</summary>
    KeepThreeDigits,

    /// <summary>An age above 89 becomes 90.</summary>
    TopCodeAge,

    /// <summary>A year of birth, or a date of it, keeps its year; years of persons older than 89 become the last such year.</summary>
    KeepBirthYear,
}
