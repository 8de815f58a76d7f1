namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>A payment that somebody attempts, before the bank looks at the balance; or a salary that comes in.</summary>
internal struct Payment
{
    public double Time;          // seconds since 1970-01-01
    public double Amount;        // not counted when a share of what is available is asked for
    public double ShareOfFunds;  // 0: the amount counts
    public double Distance;      // km from home; NaN online
    public double Device;        // NaN in a shop
    public int Merchant;
    public int Category;
    public int Country;
    public Channel Channel;
    public FraudType Fraud;
    public bool IsRefused;       // e.g. as the security code was guessed wrong
    public bool IsIncome;
}
