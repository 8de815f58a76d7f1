namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>A transfer between two accounts of a community, or between one and the world outside.</summary>
/// <param name="Time">Seconds since 1970-01-01.</param>
/// <param name="From">Account from 1 on; 0 for cash and the world outside.</param>
/// <param name="To">Account from 1 on; 0 for cash and the world outside.</param>
/// <param name="Amount">Above 0.</param>
/// <param name="Kind">What it says it is.</param>
/// <param name="Stage">None when it is honest.</param>
/// <param name="Scheme">Number of the laundering scheme from 1 on; 0 when it is honest.</param>
/// <param name="Hop">Accounts that the dirty money has been on before this transfer; 0 when it is honest.</param>
internal readonly record struct Transfer(double Time, int From, int To, double Amount, TransferKind Kind, Stage Stage = Stage.None, int Scheme = 0, int Hop = 0);
