using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
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
    private readonly Compilation _compilation;
    private readonly Subscriptions _subscriptions;
    private readonly ConcurrentDictionary<Reported, bool> _reported = new();

    public RuleContext(PolicyRule rule, RuleInputs inputs, Compilation compilation, Subscriptions subscriptions)
    {
        (_rule, Policy, _compilation, _subscriptions) = (rule, inputs, compilation, subscriptions);
        Basis = inputs.Pack.BasisOf(rule.Rule, rule.DefaultProvisions);
    }

    public RuleId Id => _rule.Rule;

    public RuleInputs Policy { get; }

    public RuleBasis Basis { get; }

    public MessageLanguage Language => Policy.Language;

    /// <summary>
    /// Whether the standard uses the rule and sets all that it needs; where it does not set it, PK0003 says so.
    /// </summary>
    public bool IsGoverned =>
        Basis.Severity is not null && _rule.Parameters.All(id => Policy.Pack.Standard?.Find(id) is not null);

    /// <summary>What is compiled.</summary>
    public Compilation Compilation => _compilation;

    /// <summary>Whether the compilation makes a program and not a library for others.</summary>
    public bool IsApplication =>
        _compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <inheritdoc cref="KnownTypes.Find"/>
    public INamedTypeSymbol? Type(string fullName) => _subscriptions.Types.Find(fullName);

    /// <summary>
    /// The values of a parameter. The rule must have named it among its <see cref="PolicyRule.Parameters"/>.
    /// </summary>
    public ValueList<string> Values(ParameterId id) => Policy.Pack.Standard!.Find(id)!.Values;

    /// <summary>Looks at every operation of these kinds.</summary>
    public void RegisterOperationAction(Action<OperationContext> action, params OperationKind[] kinds) =>
        _subscriptions.AddOperation(this, action, kinds);

    /// <summary>Looks at every type that the program declares.</summary>
    public void RegisterTypes(Action<INamedTypeSymbol> judge) => RegisterTypes((type, _) => judge(type));

    /// <summary>The same, for rules that report at once what they find.</summary>
    public void RegisterTypes(Action<INamedTypeSymbol, TypeContext> judge) =>
        _subscriptions.DeclaredTypes.Add(new(this, judge));

    /// <summary>Looks at every attribute in the source.</summary>
    public void RegisterAttributes(Action<AttributeContext> judge) => _subscriptions.Attributes.Add(new(this, judge));

    /// <summary>Looks at every file of the pack, so that a finding shows in an editor with that file.</summary>
    public void RegisterPolicyFiles(Action<PolicyFileContext> judge) =>
        _subscriptions.PolicyFiles.Add(new(this, judge));

    /// <summary>Is called when every file has been looked at.</summary>
    public void RegisterCompilationEndAction(Action<EndContext> action) => _subscriptions.Ends.Add(new(this, action));

    /// <summary>Looks at every place where a value that may be a string gets a name.</summary>
    public void RegisterTextSinks(Action<NamedValue, OperationContext> judge) =>
        _subscriptions.Sinks.Add(new(this, judge));

    /// <summary>Looks at every string that stands by itself and is long enough to be known by its shape.</summary>
    public void RegisterTexts(Action<StringValue, OperationContext> judge) =>
        _subscriptions.Strings.Add(new(this, judge));

    /// <summary>Looks at every use of a cryptographic algorithm.</summary>
    public void RegisterCryptographicUses(Action<CryptographicUse, OperationContext> judge) =>
        _subscriptions.Cryptography.Add(new(this, judge));

    /// <summary>Looks at every value of a kind that reaches a sink.</summary>
    /// <param name="kind">Classified values, or input.</param>
    /// <param name="ask">What is to be followed, added to what other rules ask for.</param>
    /// <param name="judge">Is called for each value that reaches a sink of any kind.</param>
    public void RegisterFlows(
        FlowLabelKind kind,
        Func<FlowSettings, FlowSettings> ask,
        Action<SinkHit, OperationContext> judge
    )
    {
        _subscriptions.FlowSettings = ask(_subscriptions.FlowSettings);
        _subscriptions.Flows.Add(new(this, kind, judge));
    }

    /// <summary>The call that maps a method to a route by its name; null where none does.</summary>
    public InvocationExpressionSyntax? MappingOf(ISymbol method) => _subscriptions.Program.Input.MappingOf(method);

    /// <summary>Looks at every configuration file, and at all that is written in it.</summary>
    public void RegisterConfiguration(Action<ConfigurationContext> judge) =>
        _subscriptions.Configuration.Add(new(this, judge));

    /// <summary>
    /// Looks at what takes effect: not at a value of appsettings.json that appsettings.Production.json replaces, and
    /// not at files for development.
    /// </summary>
    public void RegisterEffectiveConfiguration(Action<ConfigurationContext> judge) =>
        RegisterConfiguration(context =>
        {
            if (context.File.Environment == "Development")
                return;
            var production = Policy.Configuration.FirstOrDefault(other => context.File.IsReplacedBy(other.Path));
            judge(production is null ? context : context with { File = context.File.Under(production) });
        });

    /// <summary>
    /// Reports, once per location and aspect, with the severity and citation that the standard asks for.
    /// </summary>
    public void Report(
        Action<RuleFinding> found,
        Microsoft.CodeAnalysis.Location location,
        string? aspect,
        string key,
        object[] arguments
    )
    {
        if (location.IsInSource && !_reported.TryAdd(new Reported(location, aspect), true))
            return;
        var secrets =
            _rule.PointsAtSecrets && location.IsInSource
                ? SecretSpans.InCode(location)
                : ImmutableArray<TextSpan>.Empty;
        Report(found, location, aspect, MessageOf(key, arguments), Basis.Severity ?? _rule.DefaultSeverity, secrets);
    }

    /// <summary>Reports a value in a configuration file.</summary>
    public void Report(
        Action<RuleFinding> found,
        ConfigurationFile file,
        ConfigurationEntry entry,
        string key,
        object[] arguments
    )
    {
        var span = entry.Lines.End.Line < file.Text.Lines.Count ? file.Text.Lines.GetTextSpan(entry.Lines) : default;
        Report(
            found,
            Microsoft.CodeAnalysis.Location.Create(file.Path, span, entry.Lines),
            null,
            MessageOf(key, arguments),
            Basis.Severity ?? _rule.DefaultSeverity,
            _rule.PointsAtSecrets ? SecretSpans.InText(file.Text, span) : ImmutableArray<TextSpan>.Empty
        );
    }

    /// <summary>Reports a problem of a file of the pack at its location in that file.</summary>
    public void Report(Action<RuleFinding> found, Problem problem) =>
        Report(
            found,
            Policy.ToRoslyn(problem.Location),
            null,
            problem.Message,
            problem.Severity,
            ImmutableArray<TextSpan>.Empty
        );

    /// <summary>Reports what concerns another rule, with the severity and the citation that this one has.</summary>
    public void ReportBy(
        Action<RuleFinding> found,
        RuleBasis basis,
        Microsoft.CodeAnalysis.Location location,
        string key,
        object[] arguments
    ) =>
        found(
            new RuleFinding(
                _rule,
                location,
                MessageOf(key, arguments),
                basis.Severity ?? _rule.DefaultSeverity,
                basis,
                // Which rule it concerns tells findings at one place apart.
                arguments.FirstOrDefault() as string,
                null,
                ImmutableArray<TextSpan>.Empty
            )
        );

    private static LocalizedMessage MessageOf(string key, object[] arguments) =>
        Messages.Message(key, Array.ConvertAll(arguments, a => a is string s ? VisibleText.Of(s) : a));

    private void Report(
        Action<RuleFinding> found,
        Microsoft.CodeAnalysis.Location location,
        string? aspect,
        LocalizedMessage message,
        Severity severity,
        ImmutableArray<TextSpan> secrets
    )
    {
        // What is waived is still reported, so that both sides are seen; it fails nothing until the waiver ends.
        var waiver = WaiverOf(location);
        found(
            new RuleFinding(
                _rule,
                location,
                message,
                waiver is null ? severity : Severity.Information,
                Basis,
                aspect,
                waiver,
                secrets
            )
        );
    }

    private WaiverStatus? WaiverOf(Microsoft.CodeAnalysis.Location location)
    {
        if (!_rule.IsWaivable || Policy.Waivers.Statuses.Count == 0)
            return null;
        var path = PathOf(location);
        return Policy.Waivers.Covering(
            _rule.Rule,
            Basis.Controls,
            Policy.Pack.System?.Id,
            string.IsNullOrEmpty(path) ? null : Policy.RelativePath(path),
            () => EnclosingSymbol.Of(location)
        );
    }

    // What Razor generates stands nowhere on disk: a waiver names the page.
    private static string PathOf(Microsoft.CodeAnalysis.Location location)
    {
        var path = location.GetLineSpan().Path;
        if (path is null || !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
            return path ?? "";
        var mapped = location.GetMappedLineSpan();
        var isPage =
            mapped.HasMappedPath
            && (
                mapped.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
                || mapped.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
            );
        return isPage ? mapped.Path : path;
    }

    private sealed record Reported(Microsoft.CodeAnalysis.Location Location, string? Aspect);
}
