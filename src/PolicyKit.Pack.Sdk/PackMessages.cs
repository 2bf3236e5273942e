using PolicyKit.Messages;

namespace PolicyKit.PackBuilding;

/// <summary>What the build of a pack says of itself.</summary>
internal static class PackMessages
{
    public static readonly MessageCatalog Catalog = new(typeof(PackMessages));
}
