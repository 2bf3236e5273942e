using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Finds what an exception says in what is handed to a user. A stack trace and the whole text always tell about the
/// inside;
/// the message does where the type is a general one: the message of an exception of the system's own is what it wants
/// to say.
/// </summary>
internal sealed class ExceptionTextFinder(INamedTypeSymbol exception)
{
    private const int MaxDepth = 10;

    // Exceptions of .NET that anything can throw, and those of databases and networks, whose messages name tables,
    // files and hosts.
    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "Exception",
        "SystemException",
        "AggregateException",
        "NullReferenceException",
        "DbException",
        "SqlException",
        "NpgsqlException",
        "PostgresException",
        "MySqlException",
        "OracleException",
        "SqliteException",
        "DbUpdateException",
        "DbUpdateConcurrencyException",
        "IOException",
        "FileNotFoundException",
        "DirectoryNotFoundException",
        "HttpRequestException",
        "SocketException",
        "ExternalException",
        "TargetInvocationException",
        "TimeoutException",
        "UnauthorizedAccessException",
        "TaskCanceledException",
        "Win32Exception",
        "WebException",
        "SmtpException",
        "LdapException",
        "DirectoryOperationException",
        "DirectoryServicesCOMException",
        "COMException",
        "OdbcException",
        "OleDbException",
        "EntityException",
        "CryptographicException",
        "SecurityException",
        "XmlException",
        "SerializationException",
        "FileLoadException",
        "PathTooLongException",
        "DriveNotFoundException",
        "CommunicationException",
        "EndpointNotFoundException",
        "FaultException",
        "RpcException",
        "RedisConnectionException",
        "RedisException",
        "MongoException",
        "BrokerUnreachableException",
        "InvalidCastException",
        "IndexOutOfRangeException",
        "OutOfMemoryException",
        "TypeInitializationException",
        "AccessViolationException",
    };

    // What is left of a text is still of it.
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "Replace",
        "Substring",
        "Trim",
        "TrimEnd",
        "TrimStart",
        "ToUpperInvariant",
        "ToLowerInvariant",
        "PadRight",
    };

    /// <summary>The parts of an expression that come from an exception.</summary>
    public IReadOnlyList<SyntaxNode> In(IOperation? operation) =>
        In(operation, MaxDepth, new HashSet<ISymbol>(SymbolEqualityComparer.Default)).ToList();

    // A local is looked into once, however often it is made from itself.
    private IEnumerable<SyntaxNode> In(IOperation? operation, int depth, HashSet<ISymbol> seen)
    {
        if (operation is null || depth == 0)
            return Enumerable.Empty<SyntaxNode>();
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "StackTrace", Instance: { } instance }
                when Is(instance.Type):
            case IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } shown } when Is(shown.Type):
                return One(operation);
            case IPropertyReferenceOperation { Property.Name: "Message", Instance: { } instance }
                when Is(instance.Type):
                return IsGeneral(instance.Type!) && !IsNarrowed(instance)
                    ? One(operation)
                    : Enumerable.Empty<SyntaxNode>();
            case IConversionOperation conversion:
                return In(conversion.Operand, depth - 1, seen);
            case IParenthesizedOperation parenthesized:
                return In(parenthesized.Operand, depth - 1, seen);
            case IConditionalAccessOperation access:
                return
                    access.WhenNotNull
                        is IPropertyReferenceOperation { Property.Name: "Message" or "StackTrace" }
                            or IInvocationOperation { TargetMethod.Name: "ToString" }
                    && Is(access.Operation.Type)
                    && IsGeneral(access.Operation.Type!)
                    ? One(access)
                    : In(access.WhenNotNull, depth - 1, seen);
            case IConditionalOperation conditional:
                return In(conditional.WhenTrue, depth - 1, seen).Concat(In(conditional.WhenFalse, depth - 1, seen));
            case ICoalesceOperation coalesce:
                return In(coalesce.Value, depth - 1, seen).Concat(In(coalesce.WhenNull, depth - 1, seen));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return In(sum.LeftOperand, depth - 1, seen).Concat(In(sum.RightOperand, depth - 1, seen));
            case IInterpolatedStringOperation text:
                return text.Parts.SelectMany(p => In(OperationFacts.ContentOf(p), depth - 1, seen));
            case IAnonymousObjectCreationOperation anonymous:
                return anonymous
                    .Initializers.OfType<ISimpleAssignmentOperation>()
                    .SelectMany(a => In(a.Value, depth - 1, seen));
            case IObjectCreationOperation creation when !Is(creation.Type):
                return creation
                    .Arguments.SelectMany(a => In(a.Value, depth - 1, seen))
                    .Concat(
                        creation
                            .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                            .SelectMany(a => In(a.Value, depth - 1, seen))
                            ?? Enumerable.Empty<SyntaxNode>()
                    );
            case IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Format"
                        or "Concat"
                        or "Join"
                        or "Serialize"
                        or "SerializeObject"
                        or "HtmlEncode"
                        or "Encode"
                        or "Append"
                        or "AppendLine"
                        or "EscapeDataString"
                        or "UrlEncode"
                }
            } call:
                return call.Arguments.SelectMany(a => In(a.Value, depth - 1, seen));
            case IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } part } call
                when Parts.Contains(call.TargetMethod.Name):
                return In(part, depth - 1, seen);
            case IInvocationOperation call when TellsOf(call, depth - 1, seen):
                return One(call);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.SelectMany(e => In(e, depth - 1, seen));
            case ILocalReferenceOperation local when !Is(local.Type):
                return seen.Add(local.Local)
                    ? LocalUses.Of(local).ValuesOf(local.Local).SelectMany(v => In(v, depth - 1, seen))
                    : Enumerable.Empty<SyntaxNode>();
            case ILocalReferenceOperation
            or IParameterReferenceOperation
            or IPropertyReferenceOperation when Is(operation.Type) && IsGeneral(operation.Type!):
                return One(operation);
            default:
                return Enumerable.Empty<SyntaxNode>();
        }
    }

    // Tell(e), where the system's own method makes a text of the exception that it is handed.
    private bool TellsOf(IInvocationOperation call, int depth, HashSet<ISymbol> seen) =>
        call.TargetMethod is { ReturnsVoid: false } method
        && call.Arguments.Any(a => a.Value.UnwrapConversions().Type is { } type && Is(type) && IsGeneral(type))
        && seen.Add(method.OriginalDefinition)
        && call.SemanticModel?.Compilation is { } compilation
        && SourceBodies.Of(compilation) is var bodies
        && bodies.GivenBy(method).Any(given => In(bodies.Bind(given), depth, seen).Any());

    private static IEnumerable<SyntaxNode> One(IOperation operation) => new[] { operation.Syntax };

    private bool Is(ITypeSymbol? type) => type.InheritsFrom(exception);

    // Under if (e is NotFoundException), catch (Exception e) when (e is …) and e switch { NotFoundException => … } it
    // is one of the types that are asked for.
    private static bool IsNarrowed(IOperation exception)
    {
        if (SymbolOf(exception) is not { } symbol)
            return false;
        var child = exception;
        for (var parent = exception.Parent; parent is not null; child = parent, parent = parent.Parent)
            switch (parent)
            {
                case IConditionalOperation conditional
                    when child == conditional.WhenTrue && Narrows(conditional.Condition, symbol):
                case ICatchClauseOperation { Filter: { } filter } when child != filter && Narrows(filter, symbol):
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation of } arm
                    when child == arm.Value && IsSame(of.Value, symbol) && IsParticular(arm.Pattern):
                    return true;
            }

        return false;
    }

    private static bool Narrows(IOperation condition, ISymbol symbol) =>
        condition switch
        {
            IConversionOperation conversion => Narrows(conversion.Operand, symbol),
            IParenthesizedOperation parenthesized => Narrows(parenthesized.Operand, symbol),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Narrows(
                both.LeftOperand,
                symbol
            ) || Narrows(both.RightOperand, symbol),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Narrows(
                either.LeftOperand,
                symbol
            ) && Narrows(either.RightOperand, symbol),
            IIsTypeOperation { IsNegated: false } type => IsSame(type.ValueOperand, symbol)
                && IsParticular(type.TypeOperand),
            IIsPatternOperation pattern => IsSame(pattern.Value, symbol) && IsParticular(pattern.Pattern),
            _ => false,
        };

    private static bool IsParticular(IPatternOperation pattern) =>
        pattern switch
        {
            ITypePatternOperation type => IsParticular(type.MatchedType),
            IDeclarationPatternOperation declaration => IsParticular(declaration.MatchedType),
            IRecursivePatternOperation recursive => IsParticular(recursive.MatchedType),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsParticular(either.LeftPattern)
                && IsParticular(either.RightPattern),
            IBinaryPatternOperation both => IsParticular(both.LeftPattern) || IsParticular(both.RightPattern),
            _ => false,
        };

    // A type that cannot be found is not known to be a general one.
    private static bool IsParticular(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Error } && !IsGeneral(type);

    private static bool IsSame(IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol);

    private static ISymbol? SymbolOf(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => SymbolOf(conversion.Operand),
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };

    private static bool IsGeneral(ITypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length == 0 && General.Contains(type.Name);
}
