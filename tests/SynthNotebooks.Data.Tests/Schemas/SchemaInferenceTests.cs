using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Schemas;

public class SchemaInferenceTests
{
    [RealTableTheory]
    [InlineData("adult_train.csv", "age=continuous,fnlwgt=continuous,education_num=ordinal,workclass=category,income=category,capital_gain=continuous,native_country=category")]
    [InlineData("telco_churn.csv", "customerID=id,SeniorCitizen=category,tenure=continuous,MonthlyCharges=continuous,TotalCharges=continuous,Churn=category")]
    [InlineData("german_credit.csv", "installment_rate=ordinal,credit_amount=continuous,purpose=category,people_liable=category,age=continuous")]
    [InlineData("pima_diabetes.csv", "pregnancies=continuous,bmi=continuous,outcome=category")]
    [InlineData("ai4i2020_predictive_maintenance.csv", "udi=id,product_id=id,type=category,torque_nm=continuous,machine_failure=category,rotational_speed_rpm=continuous")]
    [InlineData("daily_min_temperatures.csv", "date=date,min_temp=continuous")]
    public void Roles_of_real_tables_are_what_a_reader_would_say(string file, string roles)
    {
        var schema = DataFrame.LoadCsv(RealTables.Path(file)).InferSchema();
        Assert.Equal(schema.Override(roles).Columns.Select(column => (column.Name, column.Role)), schema.Columns.Select(column => (column.Name, column.Role)));
    }

    [RealTableFact]
    public void Ranges_decimals_and_nulls_of_real_tables_are_measured()
    {
        var schema = DataFrame.LoadCsv(RealTables.Path("telco_churn.csv")).InferSchema();
        Assert.Equal((11.0 / 7043, 2, 18.8, 8684.8), (schema["TotalCharges"].NullRate, schema["TotalCharges"].Decimals, schema["TotalCharges"].Minimum, schema["TotalCharges"].Maximum));
        Assert.Equal(["Month-to-month", "Two year", "One year"], schema["Contract"].Categories);
    }

    [Fact]
    public void Roles_follow_values_and_names()
    {
        const int rows = 200;
        var random = new SplitRandom(3);
        var frame = new DataFrame(
            new Int64Column("n", RandomFrames.Make(rows, i => (long)i + 1)),
            new Int64Column("year", RandomFrames.Make(rows, i => (long)i + 1800)),
            new Int64Column("patient_id", RandomFrames.Make(rows, _ => (long)random.NextBelow(1_000_000))),
            new Int64Column("zip", RandomFrames.Make(rows, _ => (long)random.NextBelow(90_000) + 10_000)),
            new Int64Column("stars", RandomFrames.Make(rows, _ => (long)random.NextBelow(5) + 1)),
            new DoubleColumn("flag", RandomFrames.Make(rows, _ => (double)random.NextBelow(2))),
            new DoubleColumn("weight", RandomFrames.Make(rows, _ => Math.Round(60 + random.NextNormal(), 3))),
            TextColumn.Of("remark", RandomFrames.Make(rows, i => $"the patient came in with complaint number {i} today")),
            TextColumn.Of("code", RandomFrames.Make(rows, i => $"K{i * 7919 % 100_000}")),
            TextColumn.Of("city", RandomFrames.Make(rows, _ => "C" + random.NextBelow(20))),
            TextColumn.Of("nothing", RandomFrames.Make(rows, _ => (string?)null)),
            new BooleanColumn("ok", RandomFrames.Make(rows, _ => random.NextBelow(2) == 0)),
            new TimestampColumn("at", RandomFrames.Make(rows, i => i * TimeSpan.TicksPerHour)));

        Assert.Equal(
            "n=Identifier year=Continuous patient_id=Identifier zip=Category stars=Ordinal flag=Category weight=Continuous remark=FreeText code=Identifier city=Category nothing=Category ok=Category at=Timestamp",
            string.Join(' ', frame.InferSchema().Columns.Select(column => $"{column.Name}={column.Role}")));
        Assert.Equal(3, frame.InferSchema()["weight"].Decimals);
        Assert.Equal(1, frame.InferSchema()["nothing"].NullRate);
    }

    [Theory, Seeds(60)]
    public void Json_gives_the_schema_back(ulong seed)
    {
        var schema = RandomFrames.Next(new SplitRandom(seed)).InferSchema();
        var again = TableSchema.FromJson(schema.ToJson());
        Assert.Equal(schema.ToJson(), again.ToJson());
        Assert.Equal(schema.Columns.Select(column => column with { Categories = null }), again.Columns.Select(column => column with { Categories = null }));
    }

    [Theory]
    [InlineData("[]", "columns")]
    [InlineData("{\"columns\":[{\"kind\":\"text\"}]}", "name")]
    [InlineData("{\"columns\":[{\"name\":\"a\",\"role\":\"catgory\"}]}", "Did you mean 'category'")]
    [InlineData("{\"columns\":[{\"name\":\"a\",\"rolle\":\"category\"}]}", "Did you mean 'role'")]
    [InlineData("{\"columns\":[{\"name\":\"a\",\"role\":\"id\"},{\"name\":\"a\",\"role\":\"id\"}]}", "named 'a'")]
    [InlineData("{\"version\":9,\"columns\":[]}", "version")]
    [InlineData("{\"columns\":[", "sound JSON")]
    [InlineData("{\"columns\":[{\"name\":\"a\",\"role\":\"id\",\"distinct\":\"x\"}]}", "distinct")]
    public void Bad_schemas_are_refused_with_the_reason(string json, string part) =>
        Assert.Contains(part, Assert.Throws<DataLoadException>(() => TableSchema.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Overrides_change_role_and_kind_and_name_what_they_do_not_know()
    {
        var schema = DataFrame.LoadCsvFromString("zip,when,n\n12345,2024-01-01,x1\n23456,2024-01-02,x2\n").InferSchema();
        Assert.Equal((ColumnKind.Integer, ColumnRole.Category), (schema.Override("zip=category")["zip"].Kind, schema.Override("zip=category")["zip"].Role));
        Assert.Equal(ColumnKind.Text, schema.Override("zip = text; when=free-text")["when"].Kind);
        Assert.Contains("Did you mean 'zip'", Assert.Throws<ArgumentException>(() => schema.Override("zipp=category")).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'category'", Assert.Throws<ArgumentException>(() => schema.Override("zip=categry")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => schema.Override("zip"));
        var odd = new DataFrame(TextColumn.Of("x,y", ["a"]), TextColumn.Of("z;", ["b"])).InferSchema().Override(", x,y=free-text,z;=category;");
        Assert.Equal([ColumnRole.FreeText, ColumnRole.Category], odd.Columns.Select(column => column.Role)); // a comma before the equals sign belongs to the name
    }

    [Fact]
    public void A_frame_takes_on_a_schema_or_says_which_cell_does_not_fit()
    {
        var frame = DataFrame.LoadCsvFromString("a,b,c,d\n1,007,yes,2024-01-01\n2,012,no,2024-06-30\n,x9,,\n");
        var schema = frame.InferSchema("a=real", "c=boolean", "d=timestamp");
        var converted = frame.WithSchema(schema);
        Assert.Equal([ColumnKind.Real, ColumnKind.Text, ColumnKind.Boolean, ColumnKind.Timestamp], converted.Columns.Select(column => column.Kind));
        Assert.Equal((true, "yes", null), (converted["c"][0], converted["c"].GetText(0), converted["c"][2]));
        Assert.Equal(new DateTime(2024, 6, 30), converted["d"][1]);
        var failure = Assert.Throws<ArgumentException>(() => frame.WithSchema(frame.InferSchema().Override("b=integer")));
        Assert.Contains("Column 'b', row 0: '007'", failure.Message, StringComparison.Ordinal);
    }

    [Theory, Seeds(40)]
    public void Conversion_to_text_and_back_loses_nothing(ulong seed)
    {
        var column = RandomFrames.NextColumn(new SplitRandom(seed), "x", 30);
        var back = ColumnConversion.Convert(ColumnConversion.Convert(column, ColumnKind.Text), column.Kind, column.Format);
        RandomFrames.AssertSameCells(new DataFrame(column), new DataFrame(back));
    }
}
