namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Work space of the messages of one row in a <see cref="HiddenTree"/>.</summary>
internal sealed class TreeMessages
{
    public TreeMessages(HiddenTree tree)
    {
        var n = tree.Layout.Columns;
        (Below, ToParent, Beliefs) = (new float[n][], new float[n][], new float[n][]);
        for (var i = 0; i < n; i++) (Below[i], ToParent[i], Beliefs[i]) = (new float[tree.Lanes], new float[tree.Lanes], new float[tree.Lanes]);
    }

    /// <summary>For each column the likelihood of what lies at and below it, given its hidden state.</summary>
    public float[][] Below { get; }

    /// <summary>The same given its parent's hidden state.</summary>
    public float[][] ToParent { get; }

    /// <summary>For each column the posterior of its hidden state.</summary>
    public float[][] Beliefs { get; }
}
