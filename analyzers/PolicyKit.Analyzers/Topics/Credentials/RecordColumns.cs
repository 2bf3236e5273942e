using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// Columns of records of a database by their names: row["PASSWORD"], reader["PASSWORD"].ToString().
/// </summary>
internal static class RecordColumns
{
    private static readonly HashSet<string> Records = new(StringComparer.Ordinal)
    {
        "DataRow",
        "DataRowView",
        "IDataRecord",
        "IDataReader",
        "DbDataReader",
    };

    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "ToString",
        "Trim",
        "TrimEnd",
        "TrimStart",
        "GetString",
    };

    /// <summary>The column that an expression reads, and what it reads it from; null when it reads none.</summary>
    public static (string Name, ISymbol Record)? Of(IOperation? operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.Operation;
                    break;
                case ICoalesceOperation coalesce:
                    operation = coalesce.Value;
                    break;
                case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ToString" or "Trim" }:
                    operation = instance;
                    break;
                case IInvocationOperation
                {
                    TargetMethod:
                    { IsStatic: true, Name: "ToString", ContainingType: { Name: "Convert", IsFramework: true } },
                    Arguments: { Length: > 0 } given
                }:
                    operation = given[0].Value;
                    break;
                case IPropertyReferenceOperation
                {
                    Property: { IsIndexer: true } indexer,
                    Arguments: { Length: 1 } keys
                } when IsRecord(indexer.ContainingType):
                    return KeyedValues.Key(keys[0].Value) is { } name ? (name, indexer) : null;
                default:
                    return null;
            }
    }

    /// <summary>
    /// Whether a text is as somebody typed it: a parameter, a control, a local that no call has made.
    /// </summary>
    public static bool IsAsTyped(IOperation? operation, int depth = 6)
    {
        if (depth == 0)
            return false;
        switch (operation)
        {
            case IConversionOperation conversion:
                return IsAsTyped(conversion.Operand, depth - 1);
            case IInvocationOperation { Instance: { } instance } call when Unchanged.Contains(call.TargetMethod.Name):
                return IsAsTyped(instance, depth - 1);
            case IParameterReferenceOperation parameter:
                return !PlaintextPasswordFinder.IsTransformed(parameter.Parameter.Name)
                    && LocalUses.Of(parameter).ValuesOf(parameter.Parameter).All(v => IsAsTyped(v, depth - 1));
            case ILocalReferenceOperation local:
                return !PlaintextPasswordFinder.IsTransformed(local.Local.Name)
                    && LocalUses.Of(local).ValuesOf(local.Local) is { Count: > 0 } values
                    && values.All(v => v.ConstantValue.HasValue || IsAsTyped(v, depth - 1));
            case IPropertyReferenceOperation { Property.Name: "Text" or "Value" }:
                return true;
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: { } type } }:
                return type is "NameValueCollection" or "HttpRequest" or "HttpRequestBase" or "IFormCollection";
            default:
                return false;
        }
    }

    private static bool IsRecord(INamedTypeSymbol? type)
    {
        if (type is null)
            return false;
        for (var t = type; t is not null; t = t.BaseType)
            if (Records.Contains(t.Name))
                return true;
        return type.AllInterfaces.Any(i => Records.Contains(i.Name));
    }
}
