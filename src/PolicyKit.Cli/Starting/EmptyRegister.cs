using PolicyKit.Evidence;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Starting;

/// <summary>A register in which nothing stands yet.</summary>
internal static class EmptyRegister
{
    /// <summary>The text of the register.</summary>
    /// <param name="kind">Waivers or evidence.</param>
    /// <param name="id">What its id begins with: the id of the body.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(DocumentKind kind, string id, string? schema)
    {
        var register = RegisterId.Parse($"{id}.{kind.Name()}");
        return kind == DocumentKind.Waivers
            ? WaiverSerializer.Write(new WaiverRegister(register, ValueList<Waiver>.Empty), schema)
            : EvidenceSerializer.Write(new EvidenceRegister(register, ValueList<EvidenceRecord>.Empty), schema);
    }
}
