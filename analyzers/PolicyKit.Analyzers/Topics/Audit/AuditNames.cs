namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>
/// What writes the audit trail, and what is written: by <c>[AuditSink]</c>, and by the words that the standard lists.
/// A logger for those who run the system is not an audit trail, whatever it is told.
/// </summary>
internal sealed class AuditNames(IEnumerable<string> words)
{
    private static readonly string[] Loggers =
    {
        "Microsoft.Extensions.Logging",
        "Serilog",
        "NLog",
        "log4net",
        "System.Diagnostics",
    };

    private static readonly string[] Endings =
    {
        "",
        "s",
        "ed",
        "ing",
        "log",
        "logs",
        "logger",
        "trail",
        "trails",
        "able",
    };

    // What looks at the audit trail, or clears it, writes none.
    private static readonly string[] Readings =
    {
        "get",
        "find",
        "query",
        "search",
        "list",
        "read",
        "load",
        "count",
        "export",
        "is",
        "has",
        "purge",
        "delete",
        "remove",
        "where",
        "any",
        "first",
        "to",
    };

    private readonly List<string> _words = words.Select(w => w.ToLowerInvariant()).ToList();

    /// <summary>Whether a call of the method writes the audit trail.</summary>
    public bool IsSink(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || IsLogger(type) || IdentifierWords.StartsWithWord(method.Name, Readings))
            return false;
        return IsMarked(method)
            || IsSinkType(type)
            || (Say(method.Name) && !method.Name.StartsWith("get_", StringComparison.Ordinal))
            // _log.LogAsync(audit), repository.AddAsync(auditEntry): what is handed over is the record.
            || method.TypeArguments.Any(IsRecord);
    }

    /// <summary>Whether all methods of a type write the audit trail.</summary>
    public bool IsSinkType(INamedTypeSymbol type) =>
        IsMarked(type) || type.AllInterfaces.Any(IsMarked) || (Say(type.Name) && !IsData(type) && !IsLogger(type));

    /// <summary>Whether a type is that of an entry of the audit trail: AuditEntry, 操作履歴.</summary>
    public bool IsRecord(ITypeSymbol? type) => type is INamedTypeSymbol named && Say(named.Name) && IsData(named);

    /// <summary>Whether a name has one of the words.</summary>
    public bool Say(string name) => IdentifierWords.Split(name).Any(word => _words.Any(w => IsForm(word, w)));

    // audit, audits, auditlog, and no auditorium; Japanese is written without spaces.
    private static bool IsForm(string word, string said) =>
        said[0] > 0x7F
            ? word.IndexOf(said, StringComparison.Ordinal) >= 0
            : word.StartsWith(said, StringComparison.Ordinal)
                && Array.IndexOf(Endings, word.Substring(said.Length)) >= 0;

    private static bool IsMarked(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(a =>
                a.AttributeClass is { Name: "AuditSinkAttribute" } type
                && type.ToString() == "PolicyKit.Annotations.AuditSinkAttribute"
            );

    // What has values that are set, and nothing that it does, is a record.
    private static bool IsData(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.GetMembers().OfType<IPropertySymbol>().Any(p => !p.IsStatic && p.Name != "EqualityContract")
        && (type.IsRecord || !type.GetMembers().OfType<IMethodSymbol>().Any(IsDone));

    private static bool IsDone(IMethodSymbol method) =>
        method
            is {
                MethodKind: MethodKind.Ordinary,
                IsStatic: false,
                DeclaredAccessibility: Accessibility.Public,
                IsImplicitlyDeclared: false,
                IsOverride: false
            }
        && method.Parameters.Length > 0;

    private static bool IsLogger(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToString() is { } space
        && Loggers.Any(l => space == l || space.StartsWith(l + ".", StringComparison.Ordinal));
}
