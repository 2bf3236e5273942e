using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class CalendarCommandTests
{
    private static readonly string Example = Repository.PathOf("examples", "sewerage-billing");
    private static readonly string Other = Repository.PathOf("examples", "pack-of-another-body");
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");

    [Fact]
    public void Lists_what_is_due_when_and_who_has_to_see_to_it()
    {
        var (exitCode, output, error) = Policykit.Run(
            "calendar",
            Example,
            "--pack",
            Pack,
            "--evidence",
            Path.Combine(Example, "evidence.json"),
            "--waivers",
            Path.Combine(Example, "waivers.json"),
            "--as-of",
            "2026-04-01"
        );
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Snapshot.Match(output);
    }

    // What is open in the calendar on the first day of the year and not done by the last is what the status of the days after speaks of.
    [Theory]
    [InlineData("2026-04-01", "2027-03-31")]
    [InlineData("2027-03-31", "2027-04-01")]
    public void Whatever_becomes_overdue_between_two_days_was_due_between_them(string first, string second)
    {
        var due = Deadlines(first)
            .Where(d => string.CompareOrdinal(d.DueOn, first) >= 0 && string.CompareOrdinal(d.DueOn, second) < 0)
            .Select(d => d.Control)
            .ToHashSet();
        var became = States(second)
            .Where(s => s.Value is "overdue")
            .Select(s => s.Key)
            .Except(States(first).Where(s => s.Value is "overdue").Select(s => s.Key))
            .ToList();
        Assert.NotEmpty(became);
        Assert.All(became, control => Assert.Contains(control, due));
    }

    [Fact]
    public void Shows_only_what_a_role_has_to_see_to_whatever_it_is_called()
    {
        string Of(string role) =>
            Policykit
                .Run(
                    "calendar",
                    Example,
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--as-of",
                    "2026-04-01",
                    "--role",
                    role
                )
                .Output;
        Assert.Equal(Of("最高情報セキュリティ責任者"), Of("管理者"));
        Assert.Contains("監査計画", Of("監査委員事務局長"), StringComparison.Ordinal);
        Assert.DoesNotContain("訓練", Of("監査委員事務局長"), StringComparison.Ordinal);
        Assert.Contains("期限はありません", Of("誰でもない"), StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_from_when_a_framework_binds()
    {
        var output = Policykit
            .Run("calendar", Example, "--pack", Pack, "--as-of", "2026-11-26", "--fiscal-year", "2027")
            .Output;
        Assert.Contains("2027-07-01 (木)  未了  地方自治法施行規則第16条の3の施行\n", output, StringComparison.Ordinal);
    }

    // 特定個人情報ガイドライン 別添2 3E: known on 2 April 2026, day 30 is 1 May, a Friday.
    [Fact]
    public void A_legal_deadline_is_the_same_in_the_table_in_the_calendar_file_and_in_the_status()
    {
        using var folder = new TemporaryFolder();
        var evidence = folder.Write(
            "evidence.json",
            """
            {
              "kind": "evidence",
              "id": "sample.evidence",
              "records": [
                { "id": "incident-1", "record": "incident", "heldOn": "2026-04-02", "by": "業務課長", "summary": "誤送付", "breachCases": ["my-number-system"] }
              ]
            }
            """
        );
        string[] Of(string command, string asOf, params string[] more) =>
            [command, Example, "--no-build", "--pack", Pack, "--evidence", evidence, "--as-of", asOf, .. more];
        Assert.Matches(
            @"2026-05-01 \(金\)  未了  インシデントの確報・2026-04-02の `incident-1`",
            Policykit.Run(Of("calendar", "2026-04-10")).Output
        );
        Assert.Contains(
            "DTSTART;VALUE=DATE:20260501",
            Policykit.Run(Of("calendar", "2026-04-10", "--format", "ics")).Output,
            StringComparison.Ordinal
        );
        var onTheDay = Policykit.Run(Of("status", "2026-05-01", "--trace", "7.3-03")).Output;
        Assert.Contains("期限 2026-05-01 はまだ来ていません", onTheDay, StringComparison.Ordinal);
        var after = Policykit.Run(Of("status", "2026-05-02", "--trace", "7.3-03")).Output;
        Assert.Contains("期限 2026-05-01 までの記録がありません", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_a_calendar_file_that_is_the_same_every_time()
    {
        string Run() => Policykit.Run("calendar", Other, "--as-of", "2026-12-01", "--format", "ics").Output;
        var text = Run();
        Assert.Equal(text, Run());
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270331", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261201T000000Z", text, StringComparison.Ordinal);
        var ids = Regex.Matches(text, "^UID:(.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var read = Ical.Net.Calendar.Load(text)!;
        Assert.Equal(ids.Count, read.Events.Count);
        // What is done needs no reminder.
        Assert.DoesNotContain(read.Events, e => e.Summary!.StartsWith("研修", StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_holidays_and_says_when_they_are_not_known()
    {
        var (_, output, _) = Policykit.Run(
            "calendar",
            Example,
            "--pack",
            Pack,
            "--evidence",
            Path.Combine(Example, "evidence.json"),
            "--waivers",
            Path.Combine(Example, "waivers.json"),
            "--as-of",
            "2026-04-01"
        );
        Assert.Contains("2026-12-31 (木)", output, StringComparison.Ordinal);
        Assert.Contains("閉庁", output, StringComparison.Ordinal);
        Assert.Contains(
            "祝日の一部は表にありません",
            Policykit
                .Run(
                    "calendar",
                    Example,
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--as-of",
                    "2026-04-01",
                    "--fiscal-year",
                    "2036"
                )
                .Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ExitCode.Usage,
            Policykit
                .Run(
                    "calendar",
                    Example,
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--fiscal-year",
                    "8"
                )
                .ExitCode
        );
    }

    [Fact]
    public void Takes_another_table_of_holidays()
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write(
            "祝日.json",
            """{ "edition": "2026", "holidays": [{ "date": "2026-06-30", "name": "町の日" }, { "date": "2027-01-01", "name": "元日" }] }"""
        );
        var (_, output, _) = Policykit.Run("calendar", Other, "--as-of", "2026-04-01", "--table", table);
        Assert.Contains(
            "閉庁: 町の日",
            Policykit
                .Run(
                    "calendar",
                    Example,
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--as-of",
                    "2026-04-01",
                    "--table",
                    table
                )
                .Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ExitCode.Usage,
            Policykit.Run("calendar", Other, "--table", folder.Write("no.json", "{}")).ExitCode
        );
        Assert.Equal(
            ExitCode.Usage,
            Policykit
                .Run("calendar", Other, "--table", folder.Write("bad.json", """{ "edition": "x", "holidays": [] }"""))
                .ExitCode
        );
        Assert.NotEmpty(output);
    }

    private static List<(string DueOn, string? Control)> Deadlines(string asOf)
    {
        using var json = JsonDocument.Parse(
            Policykit
                .Run(
                    "calendar",
                    Example,
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--as-of",
                    asOf,
                    "--format",
                    "json"
                )
                .Output
        );
        return json
            .RootElement.GetProperty("deadlines")
            .EnumerateArray()
            .Select(d => (d.GetProperty("dueOn").GetString()!, d.GetProperty("control").GetString()))
            .ToList();
    }

    private static Dictionary<string, string> States(string asOf)
    {
        using var json = JsonDocument.Parse(
            Policykit
                .Run(
                    "status",
                    Example,
                    "--no-build",
                    "--pack",
                    Pack,
                    "--evidence",
                    Path.Combine(Example, "evidence.json"),
                    "--waivers",
                    Path.Combine(Example, "waivers.json"),
                    "--as-of",
                    asOf,
                    "--format",
                    "json"
                )
                .Output
        );
        return json
            .RootElement.GetProperty("systems")[0]
            .GetProperty("controls")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("asFound").GetString()!);
    }
}
