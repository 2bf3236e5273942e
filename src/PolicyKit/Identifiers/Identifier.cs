using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PolicyKit;

/// <summary>
/// A name that something has in a policy's files, with a type of its own so that a role's is never taken for a
/// control's.
/// </summary>
/// <remarks>
/// A name is text of one form, which its type documents; it has no default and is never empty.
/// Names are equal when their characters are, and ordered by them (ordinal), so that every list of them is the same in
/// every culture.
/// </remarks>
/// <typeparam name="TSelf">The type of the name.</typeparam>
public abstract partial class Identifier<TSelf> : IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : Identifier<TSelf>
{
    private static Func<string, bool>? _hasForm;
    private static Func<string, TSelf>? _make;

    private protected Identifier(string value) => Value = value;

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="identifier">The name; null when the text does not have its form.</param>
    /// <returns>Whether the text has the form of a name of this type.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TSelf? identifier)
    {
        // netstandard2.0 has no static members in interfaces: each type says in its static constructor what its form
        // is.
        RuntimeHelpers.RunClassConstructor(typeof(TSelf).TypeHandle);
        identifier = text is not null && _hasForm!(text) ? _make!(text) : null;
        return identifier is not null;
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text does not have the form of a name of this type.</exception>
    public static TSelf Parse(string text) =>
        TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var identifier)
            ? identifier
            : throw new FormatException($"`{text}` is not a valid {typeof(TSelf).Name}");

    /// <summary>Whether both have the same characters.</summary>
    public bool Equals(TSelf? other) =>
        other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <summary>Their order by characters (ordinal); null comes first.</summary>
    public int CompareTo(TSelf? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The name as text.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both have the same characters.</summary>
    public static bool operator ==(Identifier<TSelf>? left, Identifier<TSelf>? right) =>
        left is null ? right is null : left.Equals(right as TSelf);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Identifier<TSelf>? left, Identifier<TSelf>? right) => !(left == right);

    private protected static void Define(Func<string, bool> hasForm, Func<string, TSelf> make) =>
        (_hasForm, _make) = (hasForm, make);
}
