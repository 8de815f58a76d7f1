namespace SynthNotebooks.Kernel.Server;

/// <summary>Answers one type of message.</summary>
internal interface IRequestHandler
{
    /// <summary>For instance <c>complete_request</c>.</summary>
    string MessageType { get; }

    /// <summary>Handles a message; busy was published before and idle follows.</summary>
    /// <exception cref="InvalidRequestException">The content lacks what it must have; the client is told.</exception>
    void Handle(Request request);
}
