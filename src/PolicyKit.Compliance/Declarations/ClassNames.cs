using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>Classes as the guideline writes them.</summary>
internal static class ClassNames
{
    private static readonly string[] Confidentialities = { "1", "2", "3C", "3B", "3A" };

    public static string Of(Confidentiality level) => Confidentialities[(int)level];
}
