namespace SynthNotebooks.Browser.Tests;

/// <summary>All tests share one server and browser, and run one after the other.</summary>
[CollectionDefinition("browser")]
#pragma warning disable CA1711 // xunit's name for it
public sealed class BrowserCollection : ICollectionFixture<NotebookServer>;
#pragma warning restore CA1711
