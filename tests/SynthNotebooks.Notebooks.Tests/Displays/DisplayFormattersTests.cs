using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Tests.Displays;

public class DisplayFormattersTests
{
    [Fact]
    public void Registering_twice_registers_once()
    {
        DisplayFormatters.Register();
        var before = Formatter.RegisteredFormatters(includeDefaults: false).Count();

        DisplayFormatters.Register();

        Assert.Equal(before, Formatter.RegisteredFormatters(includeDefaults: false).Count());
    }

    [Fact]
    public void A_figure_shows_as_a_picture_with_a_text_twin()
    {
        DisplayFormatters.Register();
        var figure = new CategoryBarsFigure("sex", "Categories.", ["Male"], [1], [1]);

        Assert.Equal(figure.ToSvg(), figure.ToDisplayString(MimeTypes.Svg));
        Assert.Equal(figure.ToText(), figure.ToDisplayString(MimeTypes.Text));
        Assert.Equal(MimeTypes.Svg, Formatter.GetPreferredMimeTypesFor(typeof(CategoryBarsFigure)).First());
        Assert.Equal(figure.ToPlotlyJson(), figure.Interactive().ToDisplayString(MimeTypes.Plotly));
    }

    [Fact]
    public void Every_display_has_a_text_form() => Assert.All(DisplayFormatters.All, formatter => Assert.Contains(MimeTypes.Text, formatter.MimeTypes));
}
