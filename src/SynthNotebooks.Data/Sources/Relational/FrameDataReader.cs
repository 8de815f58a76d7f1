using System.Collections;
using System.Data;
using System.Data.Common;

namespace SynthNotebooks.Data;

/// <summary>Presents a frame's rows to code that reads databases.</summary>
internal sealed class FrameDataReader(DataFrame frame) : DbDataReader
{
    private int _row = -1;

    public override int FieldCount => frame.Columns.Count;

    public override int Depth => 0;

    public override bool HasRows => frame.Rows.Count > 0;

    public override bool IsClosed => _row == int.MaxValue;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (IsClosed || _row + 1 >= frame.Rows.Count) return false;
        _row++;
        return true;
    }

    public override bool NextResult() => false;

    public override void Close() => _row = int.MaxValue;

    public override string GetName(int ordinal) => frame.Columns[ordinal].Name;

#pragma warning disable CA2201 // the contract of DbDataReader names this exception
    public override int GetOrdinal(string name) => frame.Columns.IndexOf(name) is >= 0 and var position
        ? position
        : throw new IndexOutOfRangeException(UnknownColumn.Message(name, frame.Columns.Select(column => column.Name)));
#pragma warning restore CA2201

    public override string GetDataTypeName(int ordinal) => SchemaNames.Of(frame.Columns[ordinal].Kind);

    public override Type GetFieldType(int ordinal) => frame.Columns[ordinal].Kind == ColumnKind.Date ? typeof(DateTime) : frame.Columns[ordinal].DataType;

    // Dates travel as DateTime, which every consumer knows.
    public override object GetValue(int ordinal) => frame.Columns[ordinal][_row] switch
    {
        null => DBNull.Value,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        var value => value,
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool IsDBNull(int ordinal) => frame.Columns[ordinal].IsNull(_row);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override double GetDouble(int ordinal) => GetValue(ordinal) is long integer ? integer : (double)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => GetValue(ordinal) is long integer ? integer : (decimal)(double)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var only] ? only : throw new InvalidCastException($"'{GetString(ordinal)}' is not one character.");

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal));

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new InvalidCastException("No column of a frame holds bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        if (buffer is null) return text.Length;
        var count = (int)Math.Max(0, Math.Min(length, text.Length - dataOffset));
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override DataTable GetSchemaTable()
    {
        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("ColumnName", typeof(string));
        table.Columns.Add("ColumnOrdinal", typeof(int));
        table.Columns.Add("ColumnSize", typeof(int));
        table.Columns.Add("DataType", typeof(Type));
        table.Columns.Add("AllowDBNull", typeof(bool));
        for (var i = 0; i < FieldCount; i++) table.Rows.Add(GetName(i), i, -1, GetFieldType(i), true);
        return table;
    }
}
