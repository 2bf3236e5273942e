using PolicyKit.Messages;

namespace PolicyKit.Forms.Words;

/// <summary>What this assembly says, in both languages.</summary>
internal static class FormsMessages
{
    public static readonly MessageCatalog Catalog = new(typeof(FormsMessages));

    public static LocalizedMessage Say(string key, params object[] arguments) => Catalog.Message(key, arguments);

    /// <summary>A label of a sheet.</summary>
    public static string Label(string key, MessageLanguage language) => Catalog.Format("label." + key, language);
}
