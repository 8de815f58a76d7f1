using Microsoft.Data.Sqlite;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Relational;

public class SqliteTests
{
    private const string Script = """
        create table patients (id integer primary key, name text, weight real, born text, seen text, mixed);
        insert into patients values (1, 'Ann', 70.5, '1980-02-29', '2024-01-01 10:00:00', 1), (2, null, 80, '1990-12-31', '2024-01-02 11:30:00', 'x'), (3, 'Bob', null, null, null, null);
        create table "odd table" (n); insert into "odd table" values (5);
        """;

    [Theory]
    [InlineData("sqlite:///{0}?table=patients")]
    [InlineData("sqlite://{0}?table=patients")]
    [InlineData("{0}?table=Patients")]
    [InlineData("{0}?query=select%20*%20from%20patients")]
    public void Tables_and_queries_are_read_with_their_kinds(string uri)
    {
        using var folder = new TemporaryFolder();
        var frame = DataFrame.Load(string.Format(uri, Database(folder)), new LoadOptions { Origin = DataOrigin.Real });
        Assert.Equal([ColumnKind.Integer, ColumnKind.Text, ColumnKind.Real, ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Text], frame.Columns.Select(column => column.Kind));
        Assert.Equal([1L, "Ann", 70.5, new DateOnly(1980, 2, 29), new DateTime(2024, 1, 1, 10, 0, 0), "1"], frame.Rows[0].Cells);
        Assert.Equal([3L, "Bob", null, null, null, null], frame.Rows[2].Cells);
        Assert.Equal(DataOrigin.Real, frame.Origin);
    }

    [Fact]
    public void A_relative_database_that_is_missing_is_looked_for_beside_the_notebook_and_not_in_the_root() =>
        Assert.DoesNotMatch("Folder: /$", Assert.Throws<DataLoadException>(() => DataFrame.Load("sqlite:///no-such-database.db?table=x")).Message);

    [Fact]
    public void Faults_name_what_is_there()
    {
        using var folder = new TemporaryFolder();
        var path = Database(folder);
        Assert.Contains("odd table, patients", Assert.Throws<DataLoadException>(() => DataFrame.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'patients'", Assert.Throws<DataLoadException>(() => DataFrame.Load(path + "?table=patient")).Message, StringComparison.Ordinal);
        Assert.Contains("no such column", Assert.Throws<DataLoadException>(() => DataFrame.Load(path + "?query=select nope from patients")).Message, StringComparison.Ordinal);
        Assert.Contains("'tabel=x'", Assert.Throws<DataLoadException>(() => DataFrame.Load("sqlite:///" + path + "?tabel=x")).Message, StringComparison.Ordinal);
        Assert.Contains("readonly", Assert.Throws<DataLoadException>(() => DataFrame.Load(path + "?query=delete from patients")).Message, StringComparison.Ordinal);
        Assert.Contains("'n'", Assert.Throws<DataLoadException>(() => DataFrame.Load(path + "?query=select 1 as n, 2 as n")).Message, StringComparison.Ordinal);
        Assert.Contains("accepted are", Assert.Throws<DataLoadException>(() => DataFrame.Load("mysql://host/db?table=t")).Message, StringComparison.Ordinal);
        Assert.Contains("Byte[]", Assert.Throws<DataLoadException>(() => DataFrame.Load(path + "?query=select x'00ff' as b")).Message, StringComparison.Ordinal);
        Assert.Contains("a text file", Assert.Throws<DataLoadException>(() => DataFrame.Load(folder.Written("a.csv", "a\n1\n"), new LoadOptions { Table = "t" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_without_its_usual_name_is_known_by_its_first_bytes()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Database(folder), folder.File("data.bin"));
        Assert.Equal(5L, DataFrame.Load(folder.File("data.bin"), new LoadOptions { Table = "odd table" })["n"][0]);
    }

    private static string Database(TemporaryFolder folder)
    {
        var path = folder.File("clinic.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Script;
        command.ExecuteNonQuery();
        return path;
    }
}
