using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>SQL that changes a table, where a program runs it.</summary>
internal static class ChangingStatement
{
    private static readonly Regex Change = new(
        @"^\s*(?:UPDATE|INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|MERGE|REPLACE\s+INTO)\s+[\[""`]?(?:\w+[\]""`]?\.[\[""`]?)?(?<table>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "Execute",
        "ExecuteAsync",
        "ExecuteScalar",
        "ExecuteScalarAsync",
        "ExecuteNonQuery",
        "ExecuteNonQueryAsync",
        "ExecuteSql",
        "ExecuteSqlAsync",
        "ExecuteSqlRaw",
        "ExecuteSqlRawAsync",
        "ExecuteSqlInterpolated",
        "ExecuteSqlInterpolatedAsync",
        "ExecuteSqlCommand",
        "ExecuteSqlCommandAsync",
    };

    private static readonly string[] Spaces =
    {
        "Dapper",
        "Microsoft.EntityFrameworkCore",
        "System.Data",
        "Microsoft.Data",
        "Npgsql",
        "MySql",
        "MySqlConnector",
        "Oracle.ManagedDataAccess",
    };

    /// <summary>Whether a call runs a statement that changes a table.</summary>
    public static bool Is(IInvocationOperation call) => TableIn(call) is not null;

    /// <summary>What a call hands to the statement: its arguments, their parts, and the parameters of its command.</summary>
    public static IEnumerable<IOperation> ValuesOf(IInvocationOperation call) =>
        call
            .Arguments.SelectMany(a => a.Value.DescendantsAndSelf())
            .Concat(call.Arguments.SelectMany(a => OfLocal(a.Value)))
            .Concat(ParametersOf(call));

    /// <summary>The classified record that a table holds; null for another table.</summary>
    public static ITypeSymbol? TableOf(IInvocationOperation call, IReadOnlyDictionary<string, ITypeSymbol> tables) =>
        TableIn(call) is { } table && tables.TryGetValue(table, out var record) ? record : null;

    /// <summary>Tables by their names: of the type, of the set of a context, of <c>[Table]</c>.</summary>
    public static IReadOnlyDictionary<string, ITypeSymbol> TablesOf(
        Compilation compilation,
        Func<INamedTypeSymbol, bool> isClassified
    )
    {
        var tables = new Dictionary<string, ITypeSymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var type in compilation
                .GetSymbolsWithName(static _ => true, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal)
        )
        {
            if (isClassified(type))
            {
                tables[type.Name] = type;
                if (TableAttributeOf(type) is { } written)
                    tables[written] = type;
            }

            foreach (var set in type.GetMembers().OfType<IPropertySymbol>())
                if (
                    set.Type is INamedTypeSymbol { Name: "DbSet", TypeArguments: { Length: 1 } of }
                    && of[0] is INamedTypeSymbol record
                    && isClassified(record)
                )
                    tables[set.Name] = record;
        }

        return tables;
    }

    private static string? TableAttributeOf(ISymbol type) =>
        type.GetAttributes()
            .Where(a => a.AttributeClass?.Name == "TableAttribute" && a.ConstructorArguments.Length > 0)
            .Select(a => a.ConstructorArguments[0].Value as string)
            .FirstOrDefault();

    private static string? TableIn(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Calls.Contains(method.Name) || !IsOfDatabase(method.ContainingType))
            return null;
        return call
            .Arguments.Select(a => a.Value)
            .Concat(CommandTextsOf(call))
            .Select(TextOf)
            .Select(text => text is null ? null : Change.Match(text))
            .Where(match => match is { Success: true })
            .Select(match => match!.Groups["table"].Value)
            .FirstOrDefault();
    }

    private static bool IsOfDatabase(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToString() is { } space
        && Spaces.Any(s => space == s || space.StartsWith(s + ".", StringComparison.Ordinal));

    // The beginning of a text says what the statement does, whatever else is put into it.
    private static string? TextOf(IOperation value)
    {
        value = value.UnwrapConversions();
        if (value is IInvocationOperation or IParameterReferenceOperation)
            return null;
        if (StringValueTracker.Of(value).FirstOrDefault() is { Text: { } text })
            return text;
        return value
            .DescendantsAndSelf()
            .OfType<IInterpolatedStringTextOperation>()
            .Select(t => t.Text.ConstantValue.Value as string)
            .FirstOrDefault();
    }

    // new SqlCommand("UPDATE …", connection), command.CommandText = "UPDATE …"
    private static IEnumerable<IOperation> CommandTextsOf(IInvocationOperation call)
    {
        if (call.Instance is not ILocalReferenceOperation command)
            yield break;
        var uses = LocalUses.Of(command);
        foreach (var made in uses.ValuesOf(command.Local).OfType<IObjectCreationOperation>())
        foreach (var argument in made.Arguments)
            yield return argument.Value;
        foreach (var reference in uses.ReferencesTo(command.Local))
            if (
                reference.Parent is IPropertyReferenceOperation
                {
                    Property.Name: "CommandText",
                    Parent: ISimpleAssignmentOperation set
                }
            )
                yield return set.Value;
    }

    // command.Parameters.AddWithValue("@name", resident.Name)
    private static IEnumerable<IOperation> ParametersOf(IInvocationOperation call) =>
        call.Instance is ILocalReferenceOperation command
            ? LocalUses
                .Of(command)
                .ReferencesTo(command.Local)
                .Select(r => r.Parent)
                .OfType<IPropertyReferenceOperation>()
                .Where(p => p.Property.Name == "Parameters")
                .Select(p => p.Parent)
                .OfType<IInvocationOperation>()
                .SelectMany(add => add.Arguments)
                .SelectMany(a => a.Value.DescendantsAndSelf())
            : Enumerable.Empty<IOperation>();

    private static IEnumerable<IOperation> OfLocal(IOperation value) =>
        value.UnwrapConversions() is ILocalReferenceOperation local
            ? LocalUses.Of(local).ValuesOf(local.Local).SelectMany(v => v.DescendantsAndSelf())
            : Enumerable.Empty<IOperation>();
}
