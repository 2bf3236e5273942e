using PolicyKit.Analyzers.Engine;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>An editor makes a compilation at each keystroke: its pack is loaded when a file of it changes.</summary>
public sealed class PackCacheTests
{
    private static readonly SourceDocument Policy = SourceDocument.FromText("/pack/policy.json", Files.Policy);
    private static readonly SourceDocument Standard = SourceDocument.FromText("/pack/standard.json", Files.Standard);

    [Fact]
    public void The_same_files_are_one_pack() =>
        Assert.Same(
            PackCache.PackOf([(Policy, DocumentKind.Policy), (Standard, DocumentKind.Standard)]),
            PackCache.PackOf([(Policy, DocumentKind.Policy), (Standard, DocumentKind.Standard)])
        );

    [Fact]
    public void A_file_that_changed_is_seen()
    {
        var before = PackCache.PackOf([(Policy, DocumentKind.Policy), (Standard, DocumentKind.Standard)]);
        var changed = SourceDocument.FromText("/pack/standard.json", "{");
        var after = PackCache.PackOf([(Policy, DocumentKind.Policy), (changed, DocumentKind.Standard)]);
        Assert.NotNull(before.Standard);
        Assert.Null(after.Standard);
        Assert.NotEmpty(after.Problems);
    }
}
