using System.Globalization;

namespace PolicyKit.Messages;

/// <summary>
/// A message whose language is chosen when it is shown: one sentence without a final full stop, and a remedy apart.
/// </summary>
public sealed class LocalizedMessage : IEquatable<LocalizedMessage>
{
    private readonly MessageCatalog _catalog;
    private readonly object[] _arguments;
    private readonly LocalizedMessage? _note;

    private LocalizedMessage(LocalizedMessage message, LocalizedMessage note) =>
        (_catalog, Key, _arguments, _note) = (message._catalog, message.Key, message._arguments, note);

    internal LocalizedMessage(MessageCatalog catalog, string key, object[] arguments) =>
        (_catalog, Key, _arguments) = (catalog, key, arguments);

    /// <summary>The key in the catalogue.</summary>
    public string Key { get; }

    /// <summary>
    /// The stable code of the problem: the key without what tells apart ways to word it (behind <c>#</c>).
    /// </summary>
    public string Code => Key.IndexOf('#') is var at and >= 0 ? Key.Substring(0, at) : Key;

    /// <summary>The sentence in <paramref name="language"/>.</summary>
    public string Text(MessageLanguage language) => _catalog.Format(Key, language, Rendered(language));

    /// <summary>What to do about it, in <paramref name="language"/>; null where there is nothing to advise.</summary>
    public string? Remedy(MessageLanguage language)
    {
        var remedy = _catalog.Find(Key + ".remedy", language) is { } format
            ? string.Format(CultureInfo.InvariantCulture, format, Rendered(language))
            : null;
        for (var note = _note; note is not null; note = note._note)
            remedy = remedy is null
                ? note.Text(language)
                : remedy + (language == MessageLanguage.English ? "; " : "。") + note.Text(language);
        return remedy;
    }

    /// <summary>The same message whose remedy goes on with a further sentence.</summary>
    public LocalizedMessage With(LocalizedMessage note) =>
        new(this, note ?? throw new ArgumentNullException(nameof(note)));

    /// <summary>What to do about it, as a message; null where there is nothing to advise.</summary>
    internal LocalizedMessage? RemedyAsMessage()
    {
        var remedy = _catalog.Find(Key + ".remedy", MessageLanguage.English) is null
            ? null
            : new LocalizedMessage(_catalog, Key + ".remedy", _arguments);
        return _note is null || remedy is null ? remedy ?? _note : remedy.With(_note);
    }

    internal object Argument(int index) => _arguments[index];

    /// <summary>The same message with its texts changed, and those of the messages within it.</summary>
    internal LocalizedMessage Mapped(Func<string, string> change)
    {
        object Changed(object argument) =>
            argument switch
            {
                string text => change(text),
                LocalizedMessage message => message.Mapped(change),
                _ => argument,
            };
        var mapped = new LocalizedMessage(_catalog, Key, Array.ConvertAll(_arguments, Changed));
        return _note is null ? mapped : mapped.With(_note.Mapped(change));
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedMessage? other) =>
        other is not null
        && Key == other.Key
        && _arguments.SequenceEqual(other._arguments)
        && Equals(_note, other._note);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedMessage);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>The Japanese sentence.</summary>
    public override string ToString() => Text(MessageLanguage.Japanese);

    private object[] Rendered(MessageLanguage language) =>
        Array.ConvertAll(
            _arguments,
            a =>
                a switch
                {
                    LocalizedMessage message => message.Text(language),
                    BilingualText text => text.In(language),
                    _ => a,
                }
        );
}
