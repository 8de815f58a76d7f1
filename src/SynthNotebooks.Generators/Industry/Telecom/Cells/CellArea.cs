namespace SynthNotebooks.Generators.Industry.Telecom.Cells;

/// <summary>Whom a cell serves; decides when it is busy.</summary>
public enum CellArea
{
    /// <summary>Homes: busy in the evening and at weekends.</summary>
    Residential,

    /// <summary>Offices: busy in working hours from Monday to Friday.</summary>
    Business,

    /// <summary>A road or a railway: busy when people go to work and home.</summary>
    Transit,

    /// <summary>Countryside: quiet, a little busier in the evening.</summary>
    Rural,
}
