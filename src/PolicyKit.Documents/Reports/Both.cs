using PolicyKit.Findings;
using PolicyKit.Messages;

namespace PolicyKit.Documents.Reports;

/// <summary>A text in both languages, safe to look at: what cannot be seen in it is written out.</summary>
internal sealed record Both(string Ja, string En)
{
    public static Both Of(LocalizedMessage message) =>
        Of(message.Text(MessageLanguage.Japanese), message.Text(MessageLanguage.English));

    public static Both Of(string japanese, string? english = null) =>
        new(VisibleText.Of(japanese), VisibleText.Of(english ?? japanese));

    public string In(MessageLanguage language) => language == MessageLanguage.English ? En : Ja;
}
