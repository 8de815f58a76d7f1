namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Files that hold fitted models.</summary>
public sealed class ModelFiles() : FileNames(".synth");
