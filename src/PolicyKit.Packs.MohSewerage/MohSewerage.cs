using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Packs.MohSewerage;

/// <summary>The policy pack of 毛呂山・越生・鳩山公共下水道組合: its basic policy, verbatim, and a proposed standard.</summary>
public static class MohSewerage
{
    /// <summary>情報セキュリティ基本方針 of 令和8年4月1日.</summary>
    public static SecurityPolicy Policy { get; } = Valid(PolicySerializer.Read(Source("policy.json")));

    /// <summary>
    /// 対策基準 as PolicyKit proposes it: a tailoring of the municipal baseline, resolved. The body's own is not public; no
    /// value here is the body's decision.
    /// </summary>
    public static SecurityStandard Standard { get; } =
        Valid(
            StandardResolver.Resolve(
                StandardSerializer.Read(Source("standard.json")),
                new[] { MunicipalBaseline.MunicipalBaseline.Read() },
                Policy
            )
        );

    /// <summary>A file of the pack: <c>policy.json</c> or <c>standard.json</c>.</summary>
    /// <exception cref="ArgumentException">The pack has no such file.</exception>
    public static SourceDocument Source(string name) => Pack.Source(name);

    private static T Valid<T>(ReadResult<T> result)
        where T : class =>
        result.IsValid
            ? result.Value!
            : throw new InvalidOperationException($"{result.Source.Path}: {result.Problems}");
}
