using PolicyKit.Messages;

namespace PolicyKit.Documents.Reports;

/// <summary>The fixed words of a report, in both languages.</summary>
internal static class ReportWords
{
    private static readonly MessageCatalog Messages = new(typeof(ReportWords));

    public static Both Both(string key, params object[] arguments) =>
        Reports.Both.Of(Say(key, MessageLanguage.Japanese, arguments), Say(key, MessageLanguage.English, arguments));

    public static string Say(string key, MessageLanguage language, params object[] arguments) =>
        Messages.Message("report." + key, arguments).Text(language);
}
