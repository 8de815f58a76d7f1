using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Relational;

public class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public void A_table_is_read_with_its_kinds()
    {
        server.Execute("""
            drop table if exists patients;
            create table patients (id bigint, small smallint, name text, price numeric(10,2), ratio real, ok boolean, born date, seen timestamp, zoned timestamptz, key uuid, tag varchar(5), j jsonb, nothing int);
            insert into patients values
            (1, 2, 'Ann', 70.50, 0.1, true, '1980-02-29', '2024-01-01 10:00:00.25', '2024-01-01 10:00:00+02', '00000000-0000-0000-0000-000000000001', 'a', '{"x": 1}', null),
            (9223372036854775807, null, 'Zoë', 1, null, false, '0001-01-01', null, null, null, null, null, null);
            """);

        var frame = DataFrame.Load(server.Uri("postgres?table=patients"), new LoadOptions { Origin = DataOrigin.Real });

        Assert.Equal(
            [ColumnKind.Integer, ColumnKind.Integer, ColumnKind.Text, ColumnKind.Real, ColumnKind.Real, ColumnKind.Boolean, ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Timestamp, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text],
            frame.Columns.Select(column => column.Kind));
        Assert.Equal(
            [1L, 2L, "Ann", 70.5, 0.1, true, new DateOnly(1980, 2, 29), new DateTime(2024, 1, 1, 10, 0, 0, 250), new DateTime(2024, 1, 1, 8, 0, 0), "00000000-0000-0000-0000-000000000001", "a", "{\"x\": 1}", null],
            frame.Rows[0].Cells);
        Assert.Equal([long.MaxValue, null, "Zoë", 1.0, null, false, new DateOnly(1, 1, 1), null, null, null, null, null, null], frame.Rows[1].Cells);
        Assert.Equal(2, frame["price"].Format.Decimals);
        Assert.Equal(DataOrigin.Real, frame.Origin);
    }

    [PostgresFact]
    public void Schemas_queries_and_odd_names_work()
    {
        server.Execute("create schema if not exists clinic; drop table if exists clinic.\"Odd \"\"name\"; create table clinic.\"Odd \"\"name\" (n int); insert into clinic.\"Odd \"\"name\" values (5), (6)");
        Assert.Equal(2, DataFrame.Load(server.Uri("postgres?table=clinic.Odd%20%22name")).Rows.Count);
        Assert.Equal([11L], DataFrame.Load(server.Uri("postgres?query=select%20sum(n)%20as%20s%20from%20clinic.%22Odd%20%22%22name%22"))["s"].ToNumbers().Select(number => (long)number));
        Assert.Equal(2, DataFrame.Load(server.Uri("postgres?sslmode=prefer"), new LoadOptions { Table = "clinic.Odd \"name" }).Rows.Count);
    }

    [PostgresFact]
    public void Faults_name_what_is_there_and_hide_the_password()
    {
        server.Execute("create table if not exists visits (n int)");
        foreach (var (rest, part) in new[]
        {
            ("postgres?table=visit", "Did you mean 'visits'"), ("postgres", "No table is chosen"), ("nowhere?table=x", "does not exist"), ("?table=x", "names no database"),
            ("postgres?table=visits&bogus=1", "'bogus=1'"), ("postgres?query=delete from visits", "read-only"), ("postgres?query=select nope", "nope"),
        })
        {
            var message = Assert.Throws<DataLoadException>(() => DataFrame.Load(server.Uri(rest))).Message;
            Assert.Contains(part, message, StringComparison.Ordinal);
            Assert.DoesNotContain("p@ss", message, StringComparison.Ordinal);
        }
        Assert.Contains("password", Assert.Throws<DataLoadException>(() => DataFrame.Load($"postgresql://tester:wrong@127.0.0.1:{server.Port}/postgres?table=visits")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_told() =>
        Assert.Contains("127.0.0.1:1,", Assert.Throws<DataLoadException>(() => DataFrame.Load("postgresql://u:p@127.0.0.1:1/db?table=t")).Message, StringComparison.Ordinal);
}
