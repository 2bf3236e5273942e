using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Engine;

/// <summary>One rule at work on one compilation.</summary>
internal sealed class RuleContext
{
    public static readonly MessageCatalog Messages = new(typeof(RuleContext));

    private readonly PolicyRule _rule;
    private readonly ConcurrentDictionary<Reported, bool> _reported = new();

    private readonly CompilationStartAnalysisContext _start;
    private readonly Subscriptions _subscriptions;

    public RuleContext(
        PolicyRule rule,
        PolicyContext policy,
        CompilationStartAnalysisContext start,
        Subscriptions subscriptions
    )
    {
        (_rule, Policy, _start, _subscriptions) = (rule, policy, start, subscriptions);
        Basis = policy.Pack.BasisOf(rule.Rule, rule.DefaultProvisions);
    }

    public PolicyContext Policy { get; }

    public RuleBasis Basis { get; }

    public MessageLanguage Language => Policy.Language;

    /// <summary>Whether the standard uses the rule and sets all that it needs; where it does not set it, PK0003 says so.</summary>
    public bool IsGoverned =>
        Basis.Severity is not null && _rule.Parameters.All(id => Policy.Pack.Standard?.Find(id) is not null);

    /// <summary>Whether the compilation makes a program and not a library for others.</summary>
    public bool IsApplication =>
        _start.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>The type of that name (one that stands in no other, of no type parameters), wherever it comes from. Going down the namespaces, which are one for the whole compilation, asks no assembly that has none of them.</summary>
    public INamedTypeSymbol? Type(string fullName)
    {
        var names = fullName.Split('.');
        INamespaceSymbol? space = _start.Compilation.GlobalNamespace;
        for (var i = 0; i < names.Length - 1 && space is not null; i++)
            space = space.GetMembers(names[i]).OfType<INamespaceSymbol>().FirstOrDefault();
        return space?.GetTypeMembers(names[names.Length - 1], 0).FirstOrDefault();
    }

    /// <summary>The values of a parameter. The rule must have named it among its <see cref="PolicyRule.Parameters"/>.</summary>
    public ValueList<string> Values(ParameterId id) => Policy.Pack.Standard!.Find(id)!.Values;

    /// <summary>Looks at the operations of these kinds, at least those in code that holds what triggers the rule.</summary>
    public void RegisterOperationAction(
        Trigger trigger,
        Action<OperationContext> action,
        params OperationKind[] kinds
    ) => _subscriptions.AddOperation(trigger, action, kinds);

    /// <summary>Looks at every type that the program declares.</summary>
    public void RegisterTypes(Action<INamedTypeSymbol> judge) => _subscriptions.Add((type, _) => judge(type));

    /// <summary>Looks at every type that the program declares, and can report at once what it finds.</summary>
    public void RegisterTypes(Action<INamedTypeSymbol, Action<Diagnostic>> judge) => _subscriptions.Add(judge);

    public void RegisterSyntaxNodeAction(Action<SyntaxNodeAnalysisContext> action, params SyntaxKind[] kinds) =>
        _start.RegisterSyntaxNodeAction(action, kinds);

    public void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) =>
        _start.RegisterAdditionalFileAction(action);

    public void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) =>
        _start.RegisterCompilationEndAction(action);

    /// <summary>Looks at every place where a value that may be a text gets a name.</summary>
    public void RegisterTextSinks(Action<NamedValue, OperationContext> judge) => _subscriptions.Add(judge);

    /// <summary>Looks at every text that stands by itself and is long enough to be known by its shape; sentences and labels may be left out (<see cref="TriggerGate"/>).</summary>
    public void RegisterTexts(Action<StringValue, OperationContext> judge) => _subscriptions.Add(judge);

    /// <summary>Looks at every place where code takes up a cryptographic algorithm.</summary>
    public void RegisterCryptographicUses(Action<CryptographicUse, OperationContext> judge) =>
        _subscriptions.Add(judge);

    /// <summary>Looks at every configuration file that reaches the compilation, and at all that is written in it.</summary>
    public void RegisterConfiguration(Action<ConfigurationFile, Action<ConfigurationEntry, string, object[]>> judge) =>
        RegisterConfiguration(judge, isEffective: false);

    /// <summary>Looks at what takes effect: not at a value of appsettings.json that appsettings.Production.json replaces, and not at files for development.</summary>
    public void RegisterEffectiveConfiguration(
        Action<ConfigurationFile, Action<ConfigurationEntry, string, object[]>> judge
    ) => RegisterConfiguration(judge, isEffective: true);

    private void RegisterConfiguration(
        Action<ConfigurationFile, Action<ConfigurationEntry, string, object[]>> judge,
        bool isEffective
    ) =>
        _start.RegisterAdditionalFileAction(context =>
        {
            if (
                !IsConfiguration(context.Options, context.AdditionalFile)
                || !_start.TryGetValue(context.AdditionalFile, PolicyContext.Configurations, out var file)
            )
                return;
            if (isEffective && file.Environment == "Development")
                return;
            var text = context.AdditionalFile.GetText(context.CancellationToken);
            if (
                isEffective
                && context.Options.AdditionalFiles.FirstOrDefault(other =>
                    file.IsReplacedBy(other.Path) && IsConfiguration(context.Options, other)
                )
                    is { } above
                && _start.TryGetValue(above, PolicyContext.Configurations, out var production)
            )
                file = file.Under(production);
            judge(
                file,
                (entry, key, arguments) =>
                    Report(
                        context.ReportDiagnostic,
                        Microsoft.CodeAnalysis.Location.Create(
                            file.Path,
                            text is not null && entry.Lines.End.Line < text.Lines.Count
                                ? text.Lines.GetTextSpan(entry.Lines)
                                : default,
                            entry.Lines
                        ),
                        key,
                        arguments
                    )
            );
        });

    private static bool IsConfiguration(AnalyzerOptions options, AdditionalText file) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(PolicyContext.RoleKey, out var role)
        && role == ConfigurationFile.Role;

    /// <summary>Reports, once per place, in the language and with the severity and citation that the build and the standard ask for.</summary>
    /// <param name="report">The report method of the action at hand.</param>
    /// <param name="location">Where.</param>
    /// <param name="key">The message's key; its remedy is found beside it.</param>
    /// <param name="arguments">User text; it is made visible and must hold no secret.</param>
    public void Report(
        Action<Diagnostic> report,
        Microsoft.CodeAnalysis.Location location,
        string key,
        params object[] arguments
    ) =>
        Report(
            report,
            location,
            Messages.Message(key, Array.ConvertAll(arguments, a => a is string s ? VisibleText.Of(s) : a)),
            Basis.Severity ?? _rule.DefaultSeverity
        );

    /// <summary>Reports once per place and aspect, where several things can be wrong with one place.</summary>
    public void ReportAspect(
        Action<Diagnostic> report,
        Microsoft.CodeAnalysis.Location location,
        string aspect,
        string key,
        params object[] arguments
    ) =>
        Report(
            report,
            location,
            Messages.Message(key, Array.ConvertAll(arguments, a => a is string s ? VisibleText.Of(s) : a)),
            Basis.Severity ?? _rule.DefaultSeverity,
            aspect
        );

    /// <summary>Reports a problem of a policy file at its place in that file.</summary>
    public void Report(Action<Diagnostic> report, Problem problem) =>
        Report(report, Policy.ToRoslyn(problem.Location), problem.Message, problem.Severity);

    private WaiverStatus? WaiverOf(Microsoft.CodeAnalysis.Location location)
    {
        if (!_rule.IsWaivable || Policy.Waivers.Statuses.Count == 0)
            return null;
        var path = location.GetLineSpan().Path;
        return Policy.Waivers.Covering(
            _rule.Rule,
            Basis.Controls,
            Policy.Pack.System?.Id,
            string.IsNullOrEmpty(path) ? null : Policy.RelativePath(path),
            () => EnclosingSymbol.Of(location)
        );
    }

    private void Report(
        Action<Diagnostic> report,
        Microsoft.CodeAnalysis.Location location,
        LocalizedMessage message,
        Severity severity,
        string? aspect = null
    )
    {
        if (location.IsInSource && !_reported.TryAdd(new Reported(location, aspect), true))
            return;
        var text = VisibleText.Of(message.Text(Language));
        var properties = ImmutableDictionary<string, string?>
            .Empty.Add(FindingProperties.Message, text)
            .Add(FindingProperties.Remedy, message.Remedy(Language));
        if (aspect is not null)
            properties = properties.Add(FindingProperties.Aspect, aspect);
        var cited = Basis.Citation.Length == 0 ? text : $"{text} 〔{Basis.Citation}〕";
        // What is waived is still said, so that both sides are seen; it fails nothing until the waiver ends.
        if (WaiverOf(location) is { } waiver)
        {
            severity = Severity.Information;
            properties = properties.Add(FindingProperties.Waiver, waiver.Waiver.Id.Value);
            cited +=
                " " + Messages.Message("waived", waiver.Waiver.Id.Value, IsoDate.Format(waiver.LastDay)).Text(Language);
        }

        report(Diagnostic.Create(_rule.Descriptor, location, PolicyRule.ToRoslyn(severity), null, properties, cited));
    }

    private sealed record Reported(Microsoft.CodeAnalysis.Location Location, string? Aspect);
}
