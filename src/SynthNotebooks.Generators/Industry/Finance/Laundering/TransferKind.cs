namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>What a transfer says it is.</summary>
internal enum TransferKind
{
    Transfer,
    Salary,
    Rent,
    Invoice,
    CashDeposit,
    CashWithdrawal,
    WireAbroad,
}
