using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6102_CredentialInConfiguration() : PolicyRule("PK6102", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("credentials.names");
    private static readonly ParameterId Placeholders = ParameterId.Parse("credentials.placeholders");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Placeholders, LocalHosts);

    public override bool PointsAtSecrets => true;

    private protected override void Start(RuleContext rule)
    {
        var judge = new CredentialHeuristics(rule.Values(Names), ValueList<string>.Empty, rule.Values(Placeholders));
        var secrets = new ConfigurationSecrets(judge);
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        rule.RegisterConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (KeyOf(entry, context.File, judge, secrets, local) is { } key)
                    context.Report(entry, key, entry.Name);
        });
    }

    private static string? KeyOf(
        ConfigurationEntry entry,
        ConfigurationFile file,
        CredentialHeuristics judge,
        ConfigurationSecrets secrets,
        HashSet<string> local
    )
    {
        if (ConfigurationSecrets.IsReference(entry.Value))
            return null;
        if (SecretShapes.IsToken(entry.Value))
            return "PK6102.token";
        if (ConnectionString.Pairs(entry.Value) is { } pairs)
        {
            // The database of a developer's own machine holds nobody's data.
            if (file.Environment == "Development" && ConnectionString.HostOf(pairs) is { } host && local.Contains(host))
                return null;
            return pairs.Any(p => CredentialHeuristics.IsSecretKey(p.Key) && IsSecret(p.Value.Trim('"', '\''), judge))
                ? "PK6102.connection-string"
                : null;
        }

        if (
            WrittenHosts.RedisSettings(entry.Value) is { } settings
            && settings.Any(s => CredentialHeuristics.IsSecretKey(s.Key) && judge.IsSecretValue(s.Value))
        )
            return "PK6102.connection-string";
        if (CredentialHeuristics.UserInfoSecret(entry.Value) is { } secret)
            return judge.IsUserSecret(secret) ? "PK6102.url" : null;
        return secrets.Holds(entry) || IsSigned(entry.Value, judge) ? "PK6102" : null;
    }

    // https://…?sv=…&sig=…: whoever has the address has what it leads to.
    private static bool IsSigned(string value, CredentialHeuristics judge) =>
        value.IndexOf("://", StringComparison.Ordinal) > 0
        && value.IndexOf('?') > 0
        && judge.NamedIn(value) is not null;

    // The whole password stands in a connection string: it may hold blanks, and letters of any language.
    private static bool IsSecret(string password, CredentialHeuristics judge) =>
        !ConfigurationSecrets.IsReference(password)
        && judge.IsSecretValue(
            new string(
                password.Where(c => !char.IsWhiteSpace(c)).Select(c => c > '~' ? (char)('a' + (c % 26)) : c).ToArray()
            )
        );
}
