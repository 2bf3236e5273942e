namespace PolicyKit.Forms.Shapes;

/// <summary>What a single cell holds.</summary>
internal enum ScalarKind
{
    /// <summary>Text, kept character for character.</summary>
    Text,

    /// <summary>
    /// An identifier, a host, a hash: text whose form the schema gives, in which width and outer spaces mean nothing.
    /// </summary>
    Name,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>はい or いいえ.</summary>
    Flag,

    /// <summary>One of a list.</summary>
    Choice,
}
