using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Tests.Hosting;

public class NotebookVariablesTests
{
    private readonly FakeHost _host = new()
    {
        ["patients"] = new DataFrame(),
        ["ages"] = new List<Dictionary<string, int[]>>(),
        ["nothing"] = null,
    };

    [Fact]
    public void A_variable_of_the_type_is_found() => Assert.Same(_host["patients"], ((INotebookHost)_host).Require<DataFrame>("patients"));

    [Fact]
    public void A_missing_name_is_no_variable() => Assert.Null(((INotebookHost)_host).Optional<DataFrame>(null));

    [Theory]
    [InlineData("patient", "There is no DataFrame variable 'patient'. Did you mean 'patients'? Known: patients.")]
    [InlineData("ages", "Variable 'ages' is a List<Dictionary<string, int[]>>, where a DataFrame is needed. DataFrame variables: patients.")]
    [InlineData("nothing", "Variable 'nothing' is null, where a DataFrame is needed. DataFrame variables: patients.")]
    public void A_wrong_name_is_told_with_what_there_is(string name, string message) =>
        Assert.Equal(message, Assert.Throws<MagicException>(() => ((INotebookHost)_host).Require<DataFrame>(name)).Message);

    [Fact]
    public void Without_any_table_it_is_said_what_makes_one() => Assert.Equal(
        "There is no DataFrame variable 'patients'. There is none. Make it with #!load FILE --as patients.",
        Assert.Throws<MagicException>(() => ((INotebookHost)new FakeHost()).Require<DataFrame>("patients")).Message);

    [Fact]
    public void It_is_said_when_there_is_none_of_the_type() => Assert.Equal(
        "Variable 'ages' is a List<Dictionary<string, int[]>>, where a string is needed. There is no string variable yet.",
        Assert.Throws<MagicException>(() => ((INotebookHost)_host).Require<string>("ages")).Message);
}
