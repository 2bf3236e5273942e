using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>附則 of the amendment itself.</summary>
internal static class AmendmentDay
{
    /// <summary>The lines; those of the new text where it has a 附則 more than the old one.</summary>
    public static IReadOnlyList<string> Lines(LegalText old, LegalText now, AmendmentOptions options)
    {
        var before = old.Beside.FindAll(n => n.Level == LegalLevel.Supplementary);
        var after = now.Beside.FindAll(n => n.Level == LegalLevel.Supplementary);
        var heading = before.Count > 0 ? Heading(before[0]) : "\u3000\u3000\u3000附\u3000則";
        if (after.Count > before.Count)
            return [heading, .. after[^1].AllLines().Skip(1)];
        var indent = heading.StartsWith('\u3000') ? "\u3000" : "";
        return [heading, $"{indent}この{Self(old)}は、{Day(now, options)}から施行する。"];
    }

    /// <summary>Whether the day is nowhere stated.</summary>
    public static bool IsBlank(LegalText old, LegalText now, AmendmentOptions options) =>
        options.EffectiveOn is null && !IsInText(old, now);

    /// <summary>Whether the new text brings the 附則 of the amendment.</summary>
    public static bool IsInText(LegalText old, LegalText now) =>
        now.Beside.Count(n => n.Level == LegalLevel.Supplementary)
        > old.Beside.Count(n => n.Level == LegalLevel.Supplementary);

    private static string Heading(LegalNode supplementary)
    {
        var line = supplementary.Lines.FirstOrDefault() ?? "附\u3000則";
        var open = line.IndexOfAny(['（', '(']);
        return open < 0 ? line.TrimEnd() : line[..open].TrimEnd();
    }

    private static string Day(LegalText text, AmendmentOptions options)
    {
        if (options.EffectiveOn is not { } day)
            return "令和\u3000年\u3000月\u3000日";
        var year = day.Year - 2018;
        var numerals = text.Numerals;
        return $"令和{(year == 1 ? "元" : numerals.Write(year))}年{numerals.Write(day.Month)}月{numerals.Write(day.Day)}日";
    }

    // What the text calls itself: この訓令は.
    private static string Self(LegalText text)
    {
        foreach (var said in text.Beside.Concat(text.Articles).Select(n => n.Whole()))
        foreach (var name in AmendedTitle.Kinds)
            if (said.Contains($"この{name}", StringComparison.Ordinal))
                return name;
        return AmendedTitle.KindOf(text.Policy);
    }
}
