namespace SynthNotebooks.Contracts;

/// <summary>The budget does not cover a request; the message does the sum in words.</summary>
public sealed class BudgetException(string message) : Exception(message);
