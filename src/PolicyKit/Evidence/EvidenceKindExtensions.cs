using PolicyKit.Messages;

namespace PolicyKit.Evidence;

/// <summary>Words for kinds of record.</summary>
public static class EvidenceKindExtensions
{
    /// <summary>The name of a kind of record, in both languages.</summary>
    public static PolicyKit.Messages.LocalizedMessage Title(this EvidenceKind kind) =>
        PolicyKit.Reading.ReadContext.Messages.Message("record." + PolicyKit.Reading.Codecs.WordOf(kind));
}
