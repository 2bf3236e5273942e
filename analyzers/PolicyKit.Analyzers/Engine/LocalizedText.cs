using System.Globalization;
using PolicyKit.Messages;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// A descriptor's text: English for an English host, Japanese for every other. Messages themselves take their
/// language from the build.
/// </summary>
internal sealed class LocalizedText(string key) : LocalizableString
{
    protected override string GetText(IFormatProvider? formatProvider) =>
        RuleContext.Messages.Format(
            Key,
            formatProvider is CultureInfo { TwoLetterISOLanguageName: "en" }
                ? MessageLanguage.English
                : MessageLanguage.Japanese
        );

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(Key);

    protected override bool AreEqual(object? other) => other is LocalizedText { Key: var k } && k == Key;

    private string Key { get; } = key;
}
