namespace PolicyKit.Bypass.Tests;

/// <summary>Configuration files of many names and kinds, all beside one project.</summary>
internal static class ConfigurationVectors
{
    private const string Json = "{ \"Mail\": { \"Password\": \"Kaw4goe#2026\" } }";

    private const string Xml =
        "<configuration><appSettings><add key=\"MailPassword\" value=\"Kaw4goe#2026\" /></appSettings></configuration>";

    public static IEnumerable<Vector> All =>
        [
            File("C01", "appsettings.ENV.JSON", "appsettings.Staging.JSON", Json),
            // A mark that the writer of the files turns into UTF-16.
            File("C02", "UTF-16", "appsettings.Wide.json", "\uFEFF" + Json),
            File("C03", "secrets.json", "secrets.json", Json),
            Unread("C04", "settings.json", "settings.json", Json, Seen.Listed),
            Unread("C05", "XML under the name of the settings", "appsettings.xml", Xml, Seen.Listed),
            File("C06", "INI", "appsettings.ini", "[Mail]\nPassword=Kaw4goe#2026\n"),
            File("C07", ".env of a stage", ".env.production", "DB_PASSWORD=Kaw4goe#2026\n"),
            File("C08", "a transform", "Web.Release.config", Xml),
            File("C09", "app.config", "App.config", Xml),
            Unread(
                "C10",
                "log4net.config",
                "log4net.config",
                "<log4net><a password=\"Kaw4goe#2026\" /></log4net>",
                Seen.Listed
            ),
            Unread(
                "C11",
                "docker-compose.yml",
                "docker-compose.yml",
                "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=Kaw4goe#2026\n",
                Seen.Listed
            ),
            Unread(
                "C12",
                "resources",
                "Texts.resx",
                "<root><data name=\"DbPassword\"><value>Kaw4goe#2026</value></data></root>",
                Seen.Nothing
            ),
            File(
                "C13",
                "launchSettings.json",
                "Properties/launchSettings.json",
                "{ \"profiles\": { \"a\": { \"environmentVariables\": { \"DB_PASSWORD\": \"Kaw4goe#2026\" } } } }"
            ),
            File("C14", "hosting.json", "hosting.json", "{ \"certificate\": { \"password\": \"Kaw4goe#2026\" } }"),
            Unread("C15", "a file of a name that says nothing", "data.json", Json, Seen.Nothing),
            Unread("C16", "a shell script", "start.sh", "export DB_PASSWORD=Kaw4goe#2026\n", Seen.Nothing),
        ];

    private static Vector File(string id, string what, string file, string text) =>
        new(id, "configuration: " + what, "", [(file, text)], Seen.Reported) { Shares = MatrixFolder.Configuration };

    private static Vector Unread(string id, string what, string file, string text, Seen expected) =>
        new(id, "configuration: " + what, "", [(file, text)], expected)
        {
            Shares = MatrixFolder.Configuration,
            InBuild = BuildSeen.Nothing,
        };
}
