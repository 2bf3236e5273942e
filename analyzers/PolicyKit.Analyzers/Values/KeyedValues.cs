using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Values whose name is a text beside them: Add("Password", …), new KeyValuePair("Password", …), ("Password", …).
/// </summary>
internal static class KeyedValues
{
    // Methods whose first text argument is the name of what their second sets.
    private static readonly HashSet<string> Setters = new(StringComparer.Ordinal)
    {
        "Add",
        "TryAdd",
        "TryAddWithoutValidation",
        "Append",
        "Set",
        "SetEnvironmentVariable",
        "SetValue",
    };

    // Methods whose second argument stands for what is not found under the name: GetValue("Smtp:Password", "…").
    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal)
    {
        "GetValue",
        "GetValueOrDefault",
        "GetOrDefault",
        "GetSetting",
        "GetSettingOrDefault",
        "GetAppSetting",
        "GetEnvironmentVariable",
        "GetConfigurationValue",
    };

    private static readonly string[] SetterBeginnings = { "Add", "Set", "With", "Append", "Put", "Insert", "Create" };

    // What is shown or told under a name is not a value of it.
    private static readonly string[] Shown =
    {
        "Error",
        "Message",
        "Label",
        "Text",
        "Description",
        "Title",
        "Rule",
        "Option",
        "Column",
        "Attribute",
        "Resource",
        "Translation",
        "Property",
        "Mapping",
        "Alias",
        "Scheme",
        "Policy",
    };

    private static readonly HashSet<string> KeyParameters = new(StringComparer.Ordinal)
    {
        "key",
        "name",
        "parameterName",
        "headerName",
        "header",
    };

    /// <summary>The values of a call, a creation or a tuple that stand beside a text that names them.</summary>
    public static IEnumerable<NamedValue> Of(IOperation operation)
    {
        var (arguments, isByCall) = operation switch
        {
            IInvocationOperation call => (OfCall(call), !Setters.Contains(call.TargetMethod.Name)),
            IObjectCreationOperation { Arguments: { Length: >= 2 } given, Constructor: { } constructor }
                when KeyParameters.Contains(constructor.Parameters[0].Name) => (
                given.Select(a => a.Value).ToList(),
                true
            ),
            ITupleOperation { Elements: { Length: 2 } elements } => (elements.ToList(), true),
            _ => (null, false),
        };
        if (arguments is { Count: >= 2 } && Key(arguments[0]) is { } key && NamedValueCollector.MayBeText(arguments[1]))
            yield return new NamedValue(key, null, arguments[1]) { IsByCall = isByCall };
        if (
            operation is ITupleOperation { Type: INamedTypeSymbol { TupleElements: var named } } tuple
            && !Deconstruction.IsTarget(tuple)
        )
            for (var i = 0; i < tuple.Elements.Length && i < named.Length; i++)
                if (named[i].IsExplicitlyNamedTupleElement && NamedValueCollector.MayBeText(tuple.Elements[i]))
                    yield return new NamedValue(named[i].Name, named[i], tuple.Elements[i]);
    }

    /// <summary>
    /// The name by which an expression looks something up: configuration["Jwt:Key"], GetEnvironmentVariable("…");
    /// null when it does not.
    /// </summary>
    public static string? LookedUp(IOperation operation)
    {
        return operation.UnwrapConversions() switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } => Key(
                arguments[0].Value
            ),
            IInvocationOperation { Arguments: { Length: > 0 } arguments } call
                when call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal) => arguments
                .Select(a => Key(a.Value))
                .FirstOrDefault(key => key is not null),
            _ => null,
        };
    }

    /// <summary>
    /// The name of a command's parameter whose value is set: new SqlParameter("@name", type) { Value = … },
    /// Parameters.Add("@name", type).Value = …; null when it is none.
    /// </summary>
    public static string? Parameter(IPropertyReferenceOperation value)
    {
        if (value.Property.ContainingType?.Name.EndsWith("Parameter", StringComparison.Ordinal) != true)
            return null;
        var arguments = value.Instance switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" } added => added.Arguments,
            IInstanceReferenceOperation
                when value.Parent?.Parent?.Parent is IObjectCreationOperation { Arguments: { Length: > 0 } given } =>
                given,
            _ => default,
        };
        return arguments.IsDefaultOrEmpty ? null : Key(arguments[0].Value);
    }

    /// <summary>A text that can be a name; null when an expression is none.</summary>
    public static string? Key(IOperation operation) =>
        operation.UnwrapConversions().ConstantValue is { HasValue: true, Value: string key } ? key : null;

    private static List<IOperation>? OfCall(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (
            !Setters.Contains(name)
            && !Lookups.Contains(name)
            && (!IdentifierWords.StartsWithWord(name, SetterBeginnings) || IdentifierWords.HasWord(name, Shown))
        )
            return null;
        var arguments = call
            .Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit)
            .Select(a => a.Value)
            .ToList();
        // An extension method's receiver is its first argument.
        if (call.TargetMethod.IsExtensionMethod && call.Instance is null && arguments.Count > 2)
            arguments.RemoveAt(0);
        return arguments;
    }
}
