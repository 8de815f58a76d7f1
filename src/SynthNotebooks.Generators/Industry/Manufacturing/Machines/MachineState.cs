namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>What a machine does.</summary>
internal enum MachineState
{
    Running,
    Idle,
    Maintenance,
    Repair,
}
