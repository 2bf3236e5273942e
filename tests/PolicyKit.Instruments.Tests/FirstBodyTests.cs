using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>The first body's own source gives the policy that its pack holds.</summary>
public sealed class FirstBodyTests
{
    private const string Path = "policy/basic-policy.source.md";

    [SharedMaterialFact(Path)]
    public void The_source_of_the_first_body_imports_to_the_policy_in_its_pack()
    {
        var pack = PolicySerializer
            .ReadFile(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"))
            .Value!;
        var imported = PolicyImport.Import(Source(), new ImportOptions { Id = pack.Id });
        // What is not in the source (the law), and how the source is printed, which the pack does not keep.
        var bare = imported.Policy! with
        {
            LegalBasis = pack.LegalBasis,
            Instrument = null,
            Provisions = Bare(imported.Policy.Provisions),
        };
        Assert.Equal(PolicySerializer.Write(pack), PolicySerializer.Write(bare));
        Assert.Equal(pack, bare);
    }

    [SharedMaterialFact(Path)]
    public void The_source_of_the_first_body_comes_back_line_by_line()
    {
        var result = PolicyImport.Import(Source(), new ImportOptions());
        Assert.Equal(Source().Joined, PolicyText.Render(result.Policy!));
    }

    private static SourceText Source()
    {
        var path = System.IO.Path.Combine(Repository.SharedMaterial, Path);
        return SourceReader.Read(path, File.ReadAllBytes(path)).Text!;
    }

    private static ValueList<Provision> Bare(ValueList<Provision> provisions) =>
        provisions.Select(p => p with { Layout = null, Provisions = Bare(p.Provisions) }).ToValueList();
}
