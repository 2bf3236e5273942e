namespace PolicyKit.Reading;

/// <summary>A day in JSON. It goes by its text: what is generic would be compiled for NodaTime's type as it goes, at every start of a compiler.</summary>
/// <param name="Text">The text of a day.</param>
internal sealed record DateCodec(Codec<string> Text);
