using PolicyKit.Messages;

namespace PolicyKit.Forms.Papers;

/// <summary>A Word document that is made of a pack or of evaluations and is not read back.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="NeedsEvaluation">Whether it is made of evaluations; else of a pack alone.</param>
/// <param name="Title">Its title.</param>
/// <param name="Purpose">What it is for, in a sentence.</param>
internal sealed record Paper(string Name, bool NeedsEvaluation, BilingualText Title, BilingualText Purpose)
{
    /// <summary>特記仕様書: what a contractor is bound to.</summary>
    public static Paper ContractClauses { get; } =
        new(
            "contract-clauses",
            NeedsEvaluation: false,
            new BilingualText("情報セキュリティ特記仕様書", "Contract clauses"),
            new BilingualText("契約に付ける条項", "what a contractor is bound to, each clause with its provision")
        );

    /// <summary>情報セキュリティ委員会への報告書.</summary>
    public static Paper CommitteeReport { get; } =
        new(
            "committee-report",
            NeedsEvaluation: true,
            new BilingualText("情報セキュリティ委員会への報告書", "Report to the committee"),
            new BilingualText("遵守状況と審議してほしいこと", "how the systems stand and what is to be decided")
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Paper> All { get; } = [ContractClauses, CommitteeReport];

    /// <summary>What it is, in both languages.</summary>
    public string Description => $"{Title.Japanese}: {Purpose.Japanese} / {Title.English}: {Purpose.English} (.docx)";

    /// <summary>The wording that is used where none is given: Liquid, as Fluid reads it.</summary>
    public string Template
    {
        get
        {
            using var stream = typeof(Paper).Assembly.GetManifestResourceStream(Name + ".liquid")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }
}
