using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Guard;

/// <summary>
/// Writes an <c>#error</c> where the analyzers or the targets of the package are off. The compiler runs generators even
/// where it is told to skip analyzers, and no setting silences an <c>#error</c>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SwitchedOffGuard : IIncrementalGenerator
{
    // The targets of the package set it, and its props let the compiler see it.
    private const string Targets = "PolicyKitTargets";

    private const string Checking = "POLICYKIT_CHECKING";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A check runs the rules itself and builds without analyzers. No property of a project can say so.
#pragma warning disable RS1035
        if (Environment.GetEnvironmentVariable(Checking) == "1")
            return;
#pragma warning restore RS1035
        var off = context.AnalyzerConfigOptionsProvider.Select((options, _) => WhatIsOff(options.GlobalOptions));
        context.RegisterSourceOutput(off, Write);
    }

    private static string? WhatIsOff(AnalyzerConfigOptions build)
    {
        if (ValueOf(build, Targets) != "on")
            return Targets;
        if (IsFalse(build, "RunAnalyzers"))
            return "RunAnalyzers=false";
        // RunAnalyzers comes first where both are set.
        return ValueOf(build, "RunAnalyzers").Length == 0 && IsFalse(build, "RunAnalyzersDuringBuild")
            ? "RunAnalyzersDuringBuild=false"
            : null;
    }

    private static bool IsFalse(AnalyzerConfigOptions build, string property) =>
        string.Equals(ValueOf(build, property), "false", StringComparison.OrdinalIgnoreCase);

    private static string ValueOf(AnalyzerConfigOptions build, string property) =>
        build.TryGetValue("build_property." + property, out var value) ? value.Trim() : "";

    private static void Write(SourceProductionContext context, string? off)
    {
        if (off is not null)
            context.AddSource(
                "PolicyKit.SwitchedOff.g.cs",
                $"#error PK0013: アナライザーが停止しています ({off})。 Analyzers are switched off.\n"
            );
    }
}
