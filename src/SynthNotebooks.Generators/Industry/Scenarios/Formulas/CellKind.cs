namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>What a value of a scenario is; all but free text are held as one double.</summary>
internal enum CellKind
{
    Number,
    Integer,
    Boolean,

    /// <summary>Seconds since 1970-01-01 of a day's start.</summary>
    Date,

    /// <summary>Seconds since 1970-01-01.</summary>
    Time,
    Text,
}
