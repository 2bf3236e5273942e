#if NET
using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

// What netstandard2.0 does not have: names as route values, options and configuration are read by the framework itself.
public abstract partial class Identifier<TSelf> : IParsable<TSelf>
{
    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TSelf>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out TSelf result
    ) => TryParse(s, out result);
}
#endif
