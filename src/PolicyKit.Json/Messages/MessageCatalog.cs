using System.Globalization;
using System.Resources;

namespace PolicyKit.Messages;

/// <summary>
/// The messages of one assembly in both languages (its <c>Messages.ja.resx</c> and <c>Messages.en.resx</c>).
/// </summary>
public sealed class MessageCatalog
{
    private readonly ResourceManager _japanese;
    private readonly ResourceManager _english;

    /// <summary>Opens the catalogue of the assembly that holds <paramref name="anchor"/>.</summary>
    public MessageCatalog(Type anchor)
    {
        var assembly = (anchor ?? throw new ArgumentNullException(nameof(anchor))).Assembly;
        var name = assembly.GetName().Name;
        _japanese = new ResourceManager(name + ".Messages.ja", assembly);
        _english = new ResourceManager(name + ".Messages.en", assembly);
    }

    /// <summary>
    /// The text of <paramref name="key"/> without its arguments filled in; null if there is no such key.
    /// </summary>
    public string? Find(string key, MessageLanguage language) =>
        (language == MessageLanguage.English ? _english : _japanese).GetString(key, CultureInfo.InvariantCulture);

    /// <summary>The text of <paramref name="key"/> with <paramref name="arguments"/> filled in.</summary>
    /// <exception cref="InvalidOperationException">There is no such key: an error in the calling code.</exception>
    public string Format(string key, MessageLanguage language, params object[] arguments)
    {
        var format = Find(key, language) ?? throw new InvalidOperationException($"no message `{key}`");
        return string.Format(CultureInfo.InvariantCulture, format, arguments);
    }

    /// <summary>A message to be rendered later in either language.</summary>
    public LocalizedMessage Message(string key, params object[] arguments) => new(this, key, arguments);
}
