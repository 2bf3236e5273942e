namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The settings in configuration files by which users see the details of errors.</summary>
internal static class ConfiguredErrorDetail
{
    // By the sections of web.config, and the value.
    private static readonly Dictionary<string, string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["system.web:customErrors:mode"] = "off",
        ["system.web:compilation:debug"] = "true",
        ["system.webServer:httpErrors:errorMode"] = "detailed",
        ["system.web:trace:enabled"] = "true",
        ["system.webServer:asp:scriptErrorSentToBrowser"] = "true",
    };

    // Switches of ASP.NET Core, WCF and SignalR, and those that applications have of their own.
    private static readonly HashSet<string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        "DetailedErrors",
        "EnableDetailedErrors",
        "ShowDetailedErrors",
        "UseDetailedErrors",
        "IncludeErrorDetails",
        "IncludeErrorDetail",
        "ShowErrorDetails",
        "ShowErrorDetail",
        "IncludeExceptionDetailInFaults",
        "IncludeExceptionDetails",
        "IncludeExceptionDetail",
        "ShowExceptionDetails",
        "ShowExceptionDetail",
        "ShowExceptions",
        "ShowStackTrace",
        "IncludeStackTrace",
        "UseDeveloperExceptionPage",
        "EnableDeveloperExceptionPage",
        "SendClientExceptionDetails",
    };

    private static readonly string[] Showing =
    {
        "show",
        "display",
        "include",
        "expose",
        "output",
        "print",
        "hyoji",
        "hyouji",
    };

    private static readonly string[] Details = { "detail", "detailed", "trace", "stacktrace", "shosai", "shousai" };

    // A switch that an application has of its own: ShowDetailError, ERROR_SHOSAI_HYOJI.
    private static bool ShowsByWords(string name) =>
        ConfigurationNames.Has(name, Showing)
        && ConfigurationNames.Has(name, Details)
        && ConfigurationNames.Has(name, new[] { "error", "exception", "stack" });

    public static bool Shows(ConfigurationEntry entry)
    {
        var value = entry.Value.ToLowerInvariant();
        if (Sections.TryGetValue(entry.Key, out var shown))
            return value == shown;
        if (value is "true" or "1")
            return (Switches.Contains(entry.Name) || ShowsByWords(entry.Name))
                // What a log says no user sees.
                && !entry.Key.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase);
        // What production itself is told, and not what a list of environments says.
        return value == "development"
            && IdentifierWords.Plain(entry.Name) is "aspnetcoreenvironment" or "dotnetenvironment"
            && (
                entry.Key.IndexOf("environmentVariables", StringComparison.Ordinal) >= 0
                || entry.Key.IndexOf(':') < 0
                || entry.Key.StartsWith("appSettings:", StringComparison.Ordinal)
            );
    }
}
