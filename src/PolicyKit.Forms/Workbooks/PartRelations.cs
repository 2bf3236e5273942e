namespace PolicyKit.Forms.Workbooks;

/// <summary>What one part refers to.</summary>
internal sealed class PartRelations(IReadOnlyList<(string Id, string Type, string Target)> all)
{
    public string? Find(string id) => all.FirstOrDefault(r => r.Id == id).Target;

    /// <summary>The first part of a type, by the end of its name, which both variants of the format share.</summary>
    public string? FirstOfType(string type) =>
        all.FirstOrDefault(r => r.Type.EndsWith("/" + type, StringComparison.Ordinal)).Target;
}
