using System.Text;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Reading;

/// <summary>
/// Values that are secret because of the member they stand in, whatever their shape: below <c>password</c>, or beside
/// <c>"name": "password"</c>.
/// </summary>
public static class SecretValues
{
    private static readonly string[] NameMembers = { "name", "key", "名称", "名前" };
    private static readonly string[] ValueMembers = { "value", "値" };

    /// <summary>
    /// Where they stand in a document, in its order; of a text that cannot be read, what follows such a name on its
    /// line.
    /// </summary>
    public static IReadOnlyList<Location> Find(SourceDocument document)
    {
        if (document is null)
            throw new ArgumentNullException(nameof(document));
        var found = new List<Location>();
        if (document.Text.Error is null)
            Collect(document, document.Text.Root, isSecret: false, found);
        else
            SecretLines.Collect(document, found);
        return found;
    }

    /// <summary>The message without a secret value that it speaks of.</summary>
    /// <param name="message">The message.</param>
    /// <param name="value">What it speaks of.</param>
    /// <param name="document">Where it stands.</param>
    internal static LocalizedMessage Hide(LocalizedMessage message, JsonValue value, SourceDocument document)
    {
        // The name of a member says what is secret, and is not.
        if (value.Kind is JsonKind.Object or JsonKind.Array || value.IsMemberName)
            return message;
        if (!IsBelowSecretName(value) && !IsBesideSecretName(value, document))
            return message;
        var written = value.Kind == JsonKind.String ? value.GetString() : value.WrittenText;
        return message.Mapped(text => Without(text, written));
    }

    private static string Without(string text, string secret)
    {
        if (secret.Length == 0)
            return text;
        if (text.IndexOf(secret, StringComparison.Ordinal) >= 0)
            return text.Replace(secret, SecretShapes.Mask);
        // What is shortened, folded or trimmed on the way is the secret still.
        var compact = Compact(text);
        return compact.Length > 0 && Compact(secret).IndexOf(compact, StringComparison.Ordinal) >= 0
            ? SecretShapes.Mask
            : text;
    }

    private static string Compact(string text) =>
        new(
            text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray()
        );

    private static bool IsBelowSecretName(JsonValue value) =>
        value.Pointer.Split('/').Any(step => SecretShapes.IsSecretName(step.Replace("~1", "/").Replace("~0", "~")));

    private static bool IsBesideSecretName(JsonValue value, SourceDocument document)
    {
        var (pointer, end) = (value.Pointer, value.Pointer.LastIndexOf('/'));
        return end >= 0
            && Array.IndexOf(ValueMembers, pointer.Substring(end + 1)) >= 0
            && document.Text.TryFind(pointer.Substring(0, end), out var parent)
            && parent.Kind == JsonKind.Object
            && NamesSecret(parent);
    }

    private static void Collect(SourceDocument document, JsonValue value, bool isSecret, List<Location> found)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                var isNamed = NamesSecret(value);
                foreach (var member in value.Members())
                    Collect(document, member.Value, isSecret || IsSecret(member, isNamed), found);
                break;
            case JsonKind.Array:
                foreach (var item in value.Items())
                    Collect(document, item, isSecret, found);
                break;
            case JsonKind.String or JsonKind.Number when isSecret:
                found.Add(document.LocationOf(value));
                break;
        }
    }

    private static bool IsSecret(JsonMember member, bool isNamed) =>
        SecretShapes.IsSecretName(member.Name) || (isNamed && Array.IndexOf(ValueMembers, member.Name) >= 0);

    private static bool NamesSecret(JsonValue value) =>
        NameMembers.Any(name =>
            value.TryGetMember(name, out var text)
            && text.Kind == JsonKind.String
            && SecretShapes.IsSecretName(text.GetString())
        );
}
