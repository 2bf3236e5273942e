using PolicyKit.Messages;

namespace PolicyKit.Instruments.Sources;

/// <summary>A document, or why it cannot be read.</summary>
/// <param name="Text">The document; null when it cannot be read.</param>
/// <param name="Problem">Why not; null when it can.</param>
internal sealed record SourceResult(SourceText? Text, LocalizedMessage? Problem)
{
    public static SourceResult Failed(string code, params object[] arguments) =>
        new(null, InstrumentMessages.Catalog.Message(code, arguments));
}
