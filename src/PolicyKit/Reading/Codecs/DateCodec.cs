namespace PolicyKit.Reading;

/// <summary>
/// A day in JSON. It is converted through its text: generic code for NodaTime's type would be JIT-compiled at every
/// start of a compiler.
/// </summary>
/// <param name="Text">The text of a day.</param>
internal sealed record DateCodec(Codec<string> Text);
