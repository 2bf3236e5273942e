using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Output;

/// <summary>A result as the exchange formats take it.</summary>
/// <param name="Lines">The findings or problems.</param>
/// <param name="Notices">What was not looked at.</param>
/// <param name="IsWhole">Whether all was looked at that there was.</param>
/// <param name="Language">The language of what is said of rules.</param>
internal sealed record ExchangeReport(
    IReadOnlyList<ReportLine> Lines,
    IReadOnlyList<ReportLine> Notices,
    bool IsWhole,
    MessageLanguage Language
);
