using System.Text.Json;
using SynthNotebooks.Notebooks.Live;

namespace SynthNotebooks.Notebooks.Tests.Live;

public class LiveOutputsTests
{
    private readonly LiveOutputs _outputs = new();

    [Fact]
    public void An_id_follows_from_what_is_shown()
    {
        var id = _outputs.Offer("table", "shown", new View(1));

        Assert.Matches("^table-[0-9a-f]{12}$", id);
        Assert.Equal(id, new LiveOutputs().Offer("table", "shown", new View(2)));
        Assert.NotEqual(id, _outputs.Offer("table", "other", new View(1)));
        Assert.NotEqual(id, _outputs.Offer("panel", "shown", new View(1)));
    }

    [Fact]
    public void Views_that_show_the_same_share_an_id_only_when_they_are_equal()
    {
        var first = _outputs.Offer("table", "shown", new View(1));
        var newer = new View(1);

        Assert.Equal(first, _outputs.Offer("table", "shown", newer));
        Assert.True(_outputs.TryFind(first, out var found));
        Assert.Same(newer, found);
        Assert.Equal(first + "-2", _outputs.Offer("table", "shown", new View(2)));
        Assert.Equal(first + "-3", _outputs.Offer("table", "shown", new View(3)));
        Assert.Equal(first + "-2", _outputs.Offer("table", "shown", new View(2)));
    }

    [Fact]
    public void The_oldest_are_forgotten_and_what_was_offered_again_is_not()
    {
        var kept = _outputs.Offer("table", "kept", new View(0));
        var lost = _outputs.Offer("table", "lost", new View(0));
        for (var i = 0; i < LiveOutputs.Most - 1; i++)
        {
            _outputs.Offer("table", $"other {i}", new View(0));
            if (i == LiveOutputs.Most / 2) Assert.Equal(kept, _outputs.Offer("table", "kept", new View(0)));
        }

        Assert.True(_outputs.TryFind(kept, out _));
        Assert.False(_outputs.TryFind(lost, out _));
        Assert.False(_outputs.TryFind("", out _));
    }

    private sealed record View(int Number) : ILiveView
    {
        public Task ReceiveAsync(JsonElement request, ILiveLink link, CancellationToken interrupt) => Task.CompletedTask;
    }
}
