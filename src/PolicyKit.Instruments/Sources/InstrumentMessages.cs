using PolicyKit.Messages;

namespace PolicyKit.Instruments.Sources;

/// <summary>The messages of this project.</summary>
internal static class InstrumentMessages
{
    public static readonly MessageCatalog Catalog = new(typeof(InstrumentMessages));
}
