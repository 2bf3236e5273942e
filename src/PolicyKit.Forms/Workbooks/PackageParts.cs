using System.IO.Compression;
using System.Xml;

namespace PolicyKit.Forms.Workbooks;

/// <summary>The parts of a package and how they refer to each other.</summary>
internal sealed class PackageParts(ZipArchive package, Allowance allowance)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // No entities and no addresses: a sheet has neither.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public Allowance Allowance { get; } = allowance;

    public bool Has(string part) => Entry(part) is not null;

    /// <summary>The part that the package begins with.</summary>
    public string? Start() => Has("_rels/.rels") ? Relations("_rels/.rels", "").FirstOfType("officeDocument") : null;

    /// <summary>What a part refers to.</summary>
    public PartRelations Related(string part)
    {
        var at = part.LastIndexOf('/') + 1;
        var (folder, relations) = (part[..at], $"{part[..at]}_rels/{part[at..]}.rels");
        return Has(relations) ? Relations(relations, folder) : new PartRelations([]);
    }

    public XmlReader Open(string part) => XmlReader.Create(new BoundedStream(Entry(part)!.Open(), Allowance), Settings);

    private ZipArchiveEntry? Entry(string part) =>
        package.GetEntry(part)
        ?? package.Entries.FirstOrDefault(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));

    private PartRelations Relations(string part, string folder)
    {
        var all = new List<(string Id, string Type, string Target)>();
        using var xml = Open(part);
        while (xml.Read())
            if (
                xml.NodeType == XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && xml.GetAttribute("TargetMode") != "External"
            )
                all.Add(
                    (
                        xml.GetAttribute("Id") ?? "",
                        xml.GetAttribute("Type") ?? "",
                        Absolute(folder, xml.GetAttribute("Target") ?? "")
                    )
                );
        return new PartRelations(all);
    }

    // "worksheets/sheet1.xml" beside the part, "/xl/worksheets/sheet1.xml" from the root, "../x.xml" above.
    private static string Absolute(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or ".."))
                steps.Add(step);
        return string.Join('/', steps);
    }
}
