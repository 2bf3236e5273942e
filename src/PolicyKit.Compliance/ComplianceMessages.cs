using PolicyKit.Messages;

namespace PolicyKit.Compliance;

/// <summary>What this assembly says, in both languages.</summary>
internal static class ComplianceMessages
{
    public static readonly MessageCatalog Catalog = new(typeof(ComplianceMessages));

    public static LocalizedMessage Say(string key, params object[] arguments) => Catalog.Message(key, arguments);
}
