using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK7003_ShortLogRetentionTests
{
    private static readonly Check Rule = new("PK7003");

    private const string Libraries = """

        namespace Serilog
        {
            public enum RollingInterval { Infinite, Year, Month, Day, Hour, Minute }
            public class LoggerConfiguration { public Configuration.LoggerSinkConfiguration WriteTo => new(); }
            public static class FileLoggerConfigurationExtensions
            {
                public static LoggerConfiguration File(
                    this Configuration.LoggerSinkConfiguration s,
                    string path,
                    RollingInterval rollingInterval = RollingInterval.Infinite,
                    int? retainedFileCountLimit = 31,
                    TimeSpan? retainedFileTimeLimit = null
                ) => new();
            }
        }
        namespace Serilog.Configuration { public class LoggerSinkConfiguration { } }
        namespace NLog { public class LogManager { } }
        namespace NLog.Targets
        {
            public enum FileArchivePeriod { None, Year, Month, Day, Hour }
            public class FileTarget
            {
                public FileArchivePeriod ArchiveEvery { get; set; }
                public int MaxArchiveFiles { get; set; }
                public int MaxArchiveDays { get; set; }
            }
        }
        """;

    private static string Serilog(string arguments) =>
        $$"""
            using Serilog;
            class C { object M(int n) => new LoggerConfiguration().WriteTo.{{arguments}}; }
            {{Libraries}}
            """;

    private static string NLog(string properties) =>
        $$"""using NLog.Targets; class C { object M(int n) => new FileTarget { {{properties}} }; } {{Libraries}}""";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var file = Files.WithConfiguration("""{ "A": { "rollingInterval": "Day", "retainedFileCountLimit": 30 } }""");
        Assert.Equal(
            "ログが30日分しか残りません (対策基準は12か月) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(file)).GetMessage()
        );
        Assert.Equal(
            "Log files are kept for 30 days only (the standard says 12 months) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(file.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
    }

    [Theory]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Name": "File", "Args": """
            + """{ "rollingInterval": "Day", "retainedFileCountLimit": [|30|] } }] } }"""
    )]
    [InlineData("""{ "Serilog": { "WriteTo": [{ "Name": "File", "Args": { "rollingInterval": [|"Day"|] } }] } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": { "Main": { "Args": """
            + """{ "rollingInterval": "Hour", "retainedFileCountLimit": [|"720"|] } } } } }"""
    )]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Month", "retainedFileCountLimit": """
            + """[|6|] } }] } }"""
    )]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Day", "retainedFileTimeLimit": """
            + """[|"90.00:00:00"|] } }] } }"""
    )]
    [InlineData("""{ "NLog": { "targets": { "file": { "archiveEvery": "Day", "maxArchiveFiles": [|7|] } } } }""")]
    [InlineData("""{ "NLog": { "targets": { "file": { "maxArchiveDays": [|90|] } } } }""")]
    public Task Reports_a_configuration(string text) => Rule.Configuration(text);

    [Fact]
    public Task Reports_a_target_of_NLog_in_XML() =>
        Rule.Configuration(
            """<nlog><targets><target name="a" archiveEvery="Day" maxArchiveFiles="[|14|]" /></targets></nlog>""",
            "app.config"
        );

    private static string Appender(string properties) =>
        $"""
            <configuration><log4net>
              <appender name="A" type="log4net.Appender.RollingFileAppender">{properties}</appender>
              <appender name="B" type="log4net.Appender.ConsoleAppender" />
            </log4net></configuration>
            """;

    [Theory]
    [InlineData("""<rollingStyle value="Date" /><maxSizeRollBackups value="[|30|]" />""")]
    [InlineData(
        """<rollingStyle value="Composite" /><datePattern value="yyyyMMddHH" /><maxSizeRollBackups value="[|100|]" />"""
    )]
    public Task Reports_an_appender_of_log4net(string properties) =>
        Rule.Configuration(Appender(properties), "app.config");

    [Theory]
    [InlineData("File(\"a\", rollingInterval: RollingInterval.Day, [|retainedFileCountLimit: 30|])")]
    [InlineData("[|File|](\"a\", rollingInterval: RollingInterval.Day)")]
    [InlineData("File(\"a\", rollingInterval: RollingInterval.Month, [|retainedFileCountLimit: 3|])")]
    [InlineData("File(\"a\", [|retainedFileTimeLimit: TimeSpan.FromDays(30)|])")]
    public Task Reports_Serilog_in_code(string arguments) => Rule.Reports(Serilog(arguments), Files.All);

    [Theory]
    [InlineData("ArchiveEvery = FileArchivePeriod.Day, [|MaxArchiveFiles = 30|]")]
    [InlineData("[|MaxArchiveDays = 60|]")]
    public Task Reports_NLog_in_code(string properties) => Rule.Reports(NLog(properties), Files.All);

    [Theory]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Day", "retainedFileCountLimit": 365 } }] } }"""
    )]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Month", "retainedFileCountLimit": 12 } }] } }"""
    )]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Day", "retainedFileCountLimit": null } }] } }"""
    )]
    [InlineData("""{ "Serilog": { "WriteTo": [{ "Args": { "path": "a.log" } }] } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [{ "Args": { "rollingInterval": "Infinite" } }] } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": [{ "Args": """
            + """{ "rollingInterval": "Day", "retainedFileTimeLimit": "366.00:00:00" } }] } }"""
    )]
    [InlineData("""{ "NLog": { "targets": { "file": { "maxArchiveFiles": 7, "archiveAboveSize": 1000 } } } }""")]
    [InlineData("""{ "NLog": { "targets": { "file": { "archiveEvery": "Day", "maxArchiveFiles": 400 } } } }""")]
    [InlineData("""{ "Backup": { "Days": 7 } }""")]
    public Task Is_silent_about_a_configuration(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""<rollingStyle value="Size" /><maxSizeRollBackups value="10" />""")]
    [InlineData("""<rollingStyle value="Date" /><maxSizeRollBackups value="-1" />""")]
    public Task Is_silent_about_an_appender_of_log4net(string properties) =>
        Rule.Configuration(Appender(properties), "app.config");

    [Theory]
    [InlineData("File(\"a\", rollingInterval: RollingInterval.Day, retainedFileCountLimit: 400)")]
    [InlineData("File(\"a\", rollingInterval: RollingInterval.Day, retainedFileCountLimit: null)")]
    [InlineData("File(\"a\", rollingInterval: RollingInterval.Day, retainedFileCountLimit: n)")]
    [InlineData("File(\"a\")")]
    [InlineData("File(\"a\", retainedFileTimeLimit: TimeSpan.FromDays(400))")]
    public Task Is_silent_about_Serilog_in_code(string arguments) => Rule.IsSilent(Serilog(arguments), Files.All);

    [Theory]
    [InlineData("ArchiveEvery = FileArchivePeriod.Day, MaxArchiveFiles = 400")]
    [InlineData("MaxArchiveFiles = 10")]
    [InlineData("MaxArchiveDays = n")]
    public Task Is_silent_about_NLog_in_code(string properties) => Rule.IsSilent(NLog(properties), Files.All);

    [Fact]
    public async Task Is_silent_in_a_file_for_development() =>
        Assert.Empty(
            await Rule.Of(
                Files.WithConfiguration("""{ "A": { "rollingInterval": "Day" } }""", "appsettings.Development.json")
            )
        );

    [Theory]
    [InlineData("private static readonly TimeSpan Kept = TimeSpan.FromDays(30);")]
    [InlineData("private static TimeSpan Kept => TimeSpan.FromDays(90);")]
    [InlineData(
        "private static readonly TimeSpan Month = TimeSpan.FromDays(31); static readonly TimeSpan Kept = Month;"
    )]
    public Task Reports_a_time_that_a_member_keeps(string member) =>
        Rule.Reports(Member(member, "[|retainedFileTimeLimit: Kept|]"), Files.All);

    [Theory]
    [InlineData("private static readonly TimeSpan Kept = TimeSpan.FromDays(1100);")]
    [InlineData("public static TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);")]
    public Task Leaves_alone_a_long_time_and_one_that_others_set(string member) =>
        Rule.IsSilent(Member(member, "retainedFileTimeLimit: Kept"), Files.All);

    private static string Member(string member, string argument) =>
        $$"""
            using Serilog;
            class C
            {
                {{member}}
                object M() => new LoggerConfiguration().WriteTo.File("a", RollingInterval.Day, null, {{argument}});
            }
            {{Libraries}}
            """;

    [Theory]
    [InlineData(
        """
            new Dictionary<string, string?>
            {
                ["Serilog:WriteTo:0:Args:rollingInterval"] = "Day",
                [|["Serilog:WriteTo:0:Args:retainedFileCountLimit"] = "14"|],
            }
            """
    )]
    [InlineData(
        """
            new Dictionary<string, string?>
            {
                { "Serilog:WriteTo:File:Args:rollingInterval", "Hour" },
                [|{ "Serilog:WriteTo:File:Args:retainedFileCountLimit", "720" }|],
            }
            """
    )]
    [InlineData(
        """
            new[]
            {
                [|new KeyValuePair<string, string?>("Serilog:WriteTo:0:Args:retainedFileTimeLimit", "30.00:00:00")|],
            }
            """
    )]
    public Task Reports_keys_of_the_configuration_in_code(string keys) => Rule.Reports(Keys(keys), Files.All);

    [Theory]
    [InlineData(
        """
            new Dictionary<string, string?>
            {
                ["Serilog:WriteTo:0:Args:rollingInterval"] = "Day",
                ["Serilog:WriteTo:0:Args:retainedFileCountLimit"] = "1200",
            }
            """
    )]
    [InlineData(
        """
            new Dictionary<string, string?>
            {
                ["Serilog:WriteTo:0:Args:rollOnFileSizeLimit"] = "true",
                ["Serilog:WriteTo:0:Args:retainedFileCountLimit"] = "14",
            }
            """
    )]
    [InlineData("""new Dictionary<string, string?> { ["retainedFileCountLimit"] = "14" }""")]
    public Task Leaves_alone_keys_of_a_long_time_or_of_none(string keys) => Rule.IsSilent(Keys(keys), Files.All);

    private static string Keys(string keys) =>
        $$"""
            class C { void M(ConfigurationManager c) => c.AddInMemoryCollection({{keys}}); }
            {{Libraries}}
            namespace Serilog { }
            """;
}
