using System.Security.Cryptography;
using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>A dataset's identity: a keyed hash of its content, so that nobody without the ledger's key can test a guess of the data.</summary>
/// <param name="Value">64 hexadecimal digits.</param>
public readonly record struct DatasetKey(string Value)
{
    /// <summary>The first eight digits, for messages.</summary>
    public string Short => Value[..Math.Min(8, Value.Length)];

    /// <summary>Names, kinds and cells of all columns in order; the order of rows counts too.</summary>
    internal static DatasetKey Of(DataFrame table, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Text("dataset");
        Text(table.Columns.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var column in table.Columns)
        {
            Text(column.Name);
            Text(column.Kind.ToString());
            Text(column.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            for (var row = 0; row < column.Length; row++) Text(column.GetText(row));
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));

        // Lengths go before texts, so that no two lists of cells read the same.
        void Text(string? text)
        {
            Span<byte> length = stackalloc byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, text?.Length ?? -1);
            hash.AppendData(length);
            if (text is not null) hash.AppendData(Encoding.Unicode.GetBytes(text));
        }
    }
}
