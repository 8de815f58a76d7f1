using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Privacy;

/// <summary>What makes two private requests the same: then the stored release answers the second, free of new budget.</summary>
/// <param name="Dataset">Whose data.</param>
/// <param name="Method">E.g. <c>aim</c>.</param>
/// <param name="Epsilon">Asked for.</param>
/// <param name="Delta">Asked for.</param>
/// <param name="Options">Everything else that the release depends on (domain, workload, rows), name and text.</param>
public sealed record ReleaseRequest(DatasetKey Dataset, string Method, double Epsilon, double Delta, IReadOnlyDictionary<string, string> Options)
{
    internal string Hash(byte[] key)
    {
        var text = new StringBuilder();
        Append(Dataset.Value);
        Append(Method);
        Append(Epsilon.ToString("R", CultureInfo.InvariantCulture));
        Append(Delta.ToString("R", CultureInfo.InvariantCulture));
        foreach (var (name, value) in Options.OrderBy(option => option.Key, StringComparer.Ordinal))
        {
            Append(name);
            Append(value);
        }
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));

        void Append(string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
    }
}
