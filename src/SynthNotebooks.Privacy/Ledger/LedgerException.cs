namespace SynthNotebooks.Privacy;

/// <summary>The ledger cannot be trusted or used: it was changed behind its back, is locked for too long, or is not a ledger.</summary>
public sealed class LedgerException(string message) : Exception(message);
