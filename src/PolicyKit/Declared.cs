namespace PolicyKit;

/// <summary>
/// Something that a declaration says, or the reason why it does not apply. Never both, never neither: nothing is left
/// out silently.
/// </summary>
public sealed record Declared<T>
    where T : class
{
    /// <summary>What is declared.</summary>
    public Declared(T value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    private Declared(T? value, string reason) => (Value, NotApplicable) = (value, reason);

    /// <summary>What is declared; null when it does not apply.</summary>
    public T? Value { get; }

    /// <summary>Why it does not apply, in Japanese; null when something is declared.</summary>
    public string? NotApplicable { get; }

    /// <summary>The declaration that this does not apply.</summary>
    /// <param name="reason">Why, in Japanese; not blank.</param>
    public static Declared<T> NotApplicableBecause(string reason) =>
        new(null, reason ?? throw new ArgumentNullException(nameof(reason)));
}
