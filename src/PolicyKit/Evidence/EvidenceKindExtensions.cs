namespace PolicyKit.Evidence;

/// <summary>Words for kinds of record.</summary>
public static class EvidenceKindExtensions
{
    /// <summary>The name of a kind of record, in both languages.</summary>
    public static PolicyKit.Json.LocalizedMessage Title(this EvidenceKind kind) =>
        PolicyKit.Reading.ReadContext.Messages.Message("record." + PolicyKit.Reading.Codecs.WordOf(kind));
}
