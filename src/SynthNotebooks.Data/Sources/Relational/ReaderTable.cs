using System.Data.Common;

namespace SynthNotebooks.Data;

/// <summary>Gathers the rows of a data reader into columns.</summary>
internal sealed class ReaderTable
{
    private readonly DbDataReader _reader;
    private readonly ValueGatherer[] _columns;

    /// <param name="reader">Before its first row.</param>
    /// <param name="textDates">Whether text that is all ISO dates becomes dates, as for SQLite, which has no dates of its own.</param>
    public ReaderTable(DbDataReader reader, bool textDates)
    {
        _reader = reader;
        _columns = new ValueGatherer[reader.FieldCount];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _columns.Length; i++)
        {
            var name = reader.GetName(i);
            if (!names.Add(name))
                throw new DataLoadException($"Two columns of the result are named '{name}'; give one another name (AS ...).", column: name);
            _columns[i] = new ValueGatherer(name, textDates, reader.GetDataTypeName(i) is "date" or "DATE" && !textDates);
        }
    }

    public static DataFrame Read(DbDataReader reader, bool textDates)
    {
        var table = new ReaderTable(reader, textDates);
        while (reader.Read()) table.Append();
        return table.Build();
    }

    /// <summary>Takes the reader's current row.</summary>
    public void Append()
    {
        for (var i = 0; i < _columns.Length; i++) _columns[i].Add(_reader.GetValue(i));
    }

    public DataFrame Build() => new(_columns.Select(column => column.Build()));
}
