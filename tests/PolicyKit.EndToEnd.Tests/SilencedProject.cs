namespace PolicyKit.EndToEnd.Tests;

/// <summary>The violating example, restored once, with what a project may try to silence rules.</summary>
public sealed class SilencedProject : OutsideProject
{
    public SilencedProject()
    {
        CopyExample("sewerage-billing-violating");
        File.WriteAllText(
            Path.Combine(Folder, ".editorconfig"),
            "root = true\n[*]\ndotnet_diagnostic.PK6101.severity = none\ndotnet_analyzer_diagnostic.severity = none\n[*.cs]\ngenerated_code = true\n"
        );
        File.WriteAllText(
            Path.Combine(Folder, "GlobalSuppressions.cs"),
            "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"PK6101\", Justification = \"no\")]"
        );
        Restore("SewerageBillingViolating.csproj");
    }
}
