using System.Text;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Kernel.Tests.Documents;

public sealed class OutputRemovalTests
{
    private const string Odd = """
        {"nbformat":4,  "cells" : [ {"outputs":[],"source":"\u00e9 \/ x"},
           {"source": "\"outputs\":[1]", "metadata":{"outputs":[{"a":1}]}, "cell_type":"code",
        	"outputs": [
        	  {"output_type":"stream","name":"stdout","text":"first"},
        	  {
        	    "output_type": "stream",
        	    "text": "second }]"
        	  } , {"output_type":"stream","text":"third"}]}], "metadata": {"n": 1.50, "cells":[]}}

        """;

    [Fact]
    public void Only_the_output_changes_and_in_the_layout_that_it_had()
    {
        var text = Encoding.UTF8.GetString(OutputRemoval.Replace(Encoding.UTF8.GetBytes(Odd), [(1, 1), (1, 0)], "gone <é> \"q\""));

        Assert.Equal(Odd.Replace("""{"output_type":"stream","name":"stdout","text":"first"}""", """{"data":{"text/plain":["gone <é> \"q\""]},"metadata":{},"output_type":"display_data"}""", StringComparison.Ordinal)
            .Replace("{\n\t    \"output_type\": \"stream\",\n\t    \"text\": \"second }]\"\n\t  }",
                "{\n\t    \"data\": {\n\t      \"text/plain\": [\n\t        \"gone <é> \\\"q\\\"\"\n\t      ]\n\t    },\n\t    \"metadata\": {},\n\t    \"output_type\": \"display_data\"\n\t  }", StringComparison.Ordinal), text);
        Assert.Equal("third", (string?)NotebookFile.Parse(text, "x.ipynb").Cells[1].Outputs[2]!["text"]);
    }

    [Fact]
    public void A_mark_of_byte_order_and_line_ends_of_Windows_stay()
    {
        var bytes = (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("{\"cells\":[{\"outputs\":[{\r\n  \"text\":\"a\"\r\n }]}]}\r\n")];

        var text = Encoding.UTF8.GetString(OutputRemoval.Replace(bytes, [(0, 0)], "gone"));

        Assert.StartsWith("\uFEFF{\"cells\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_refused_and_nothing_to_do_changes_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Odd);

        Assert.Same(bytes, OutputRemoval.Replace(bytes, [], "gone"));
        Assert.Throws<FormatException>(() => OutputRemoval.Replace(bytes, [(0, 0)], "gone"));
        Assert.Throws<FormatException>(() => OutputRemoval.Replace("{"u8.ToArray(), [(0, 0)], "gone"));
    }
}
