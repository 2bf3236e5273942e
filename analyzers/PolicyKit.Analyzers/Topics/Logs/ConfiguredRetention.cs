using System.Globalization;

namespace PolicyKit.Analyzers.Topics.Logs;

/// <summary>
/// The retention that a configuration file sets: Serilog and NLog in appsettings.json, nlog.config, log4net.
/// </summary>
internal static class ConfiguredRetention
{
    private const string Limit = "retainedFileCountLimit";

    /// <summary>The settings by which files are kept, with the days that they last.</summary>
    public static IEnumerable<(ConfigurationEntry Entry, double Days)> Of(ConfigurationFile file)
    {
        var groups = file.Entries.GroupBy(e => SectionOf(e.Key), StringComparer.OrdinalIgnoreCase);
        var isUnlimited = HasNull(file);
        return groups
            .Select(g => OfSection(g.ToList(), isUnlimited))
            .OfType<(ConfigurationEntry Entry, double Days)>()
            .Concat(OfLog4Net(file));
    }

    /// <summary>The setting by which the files of one section are kept; null where none says it.</summary>
    public static (ConfigurationEntry Entry, double Days)? OfSection(
        IReadOnlyList<ConfigurationEntry> entries,
        bool isUnlimited
    )
    {
        ConfigurationEntry? Named(string name) =>
            entries.LastOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (Named("retainedFileTimeLimit") is { } time)
            return TimeSpan.TryParse(time.Value, CultureInfo.InvariantCulture, out var kept)
                ? (time, kept.TotalDays)
                : null;
        if (Named("maxArchiveDays") is { } days)
            return Number(days) is > 0 and var number ? (days, number) : null;
        if (Named("rollingInterval") is { } rolling)
        {
            var limit = Named(Limit);
            if (limit is null && isUnlimited)
                return null;
            var files = limit is null ? LogRetention.SerilogDefault : Number(limit);
            return files is > 0 and var count && LogRetention.DaysOf(rolling.Value, count) is { } length
                ? (limit ?? rolling, length)
                : null;
        }

        return
            Named("archiveEvery") is { } every
            && Named("maxArchiveFiles") is { } most
            && Number(most) is > 0 and var archives
            && LogRetention.DaysOf(every.Value, archives) is { } span
            ? (most, span)
            : null;
    }

    // An appender begins with its type; what follows up to the next is its own.
    private static IEnumerable<(ConfigurationEntry, double)> OfLog4Net(ConfigurationFile file)
    {
        ConfigurationEntry? most = null;
        string? style = null;
        string? pattern = null;
        foreach (var entry in file.Entries)
            if (entry.Name == "type" && entry.Value.StartsWith("log4net.Appender.", StringComparison.Ordinal))
            {
                if (Judge(most, style, pattern) is { } found)
                    yield return found;
                (most, style, pattern) = (null, null, null);
            }
            else if (entry.Key.EndsWith("maxSizeRollBackups:value", StringComparison.OrdinalIgnoreCase))
                most = entry;
            else if (entry.Key.EndsWith("rollingStyle:value", StringComparison.OrdinalIgnoreCase))
                style = entry.Value;
            else if (entry.Key.EndsWith("datePattern:value", StringComparison.OrdinalIgnoreCase))
                pattern = entry.Value;
        if (Judge(most, style, pattern) is { } last)
            yield return last;
    }

    // Composite rolls by size, too: so many files may last shorter, and not longer.
    private static (ConfigurationEntry, double)? Judge(ConfigurationEntry? most, string? style, string? pattern)
    {
        if (
            most is null
            || style is null
            || !new[] { "date", "composite" }.Contains(style, StringComparer.OrdinalIgnoreCase)
            || Number(most) is not (> 0 and var files)
        )
            return null;
        var interval = "month";
        if (pattern is null || pattern.IndexOf("dd", StringComparison.Ordinal) >= 0)
            interval = "day";
        if (pattern?.IndexOf("HH", StringComparison.Ordinal) >= 0)
            interval = "hour";
        return (most, LogRetention.DaysOf(interval, files)!.Value);
    }

    // A limit of null keeps all files; a null is not among the entries.
    private static bool HasNull(ConfigurationFile file)
    {
        var (text, written) = (file.Text.ToString(), 0);
        for (
            var at = text.IndexOf(Limit, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(Limit, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            written++;
        return written > file.Entries.Count(e => string.Equals(e.Name, Limit, StringComparison.OrdinalIgnoreCase));
    }

    private static int? Number(ConfigurationEntry entry) =>
        int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string SectionOf(string key) => key.Substring(0, Math.Max(0, key.LastIndexOf(':')));
}
