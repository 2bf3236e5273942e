namespace PolicyKit.Messages;

/// <summary>
/// A text that its author wrote in both languages: an argument of a message that is rendered in the language of the
/// message.
/// </summary>
internal sealed record BilingualText(string Japanese, string English)
{
    public string In(MessageLanguage language) => language == MessageLanguage.English ? English : Japanese;
}
