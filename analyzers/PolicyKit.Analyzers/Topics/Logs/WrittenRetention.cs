using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Logs;

/// <summary>The retention that code sets: WriteTo.File of Serilog, FileTarget of NLog.</summary>
internal static class WrittenRetention
{
    /// <summary>Where an operation sets how many files are kept, with the days that they last.</summary>
    public static (SyntaxNode Place, double Days)? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation
            {
                TargetMethod: { Name: "File" or "Map" or "RollingFile", ContainingType: { } type }
            } call when IsOf(type, "Serilog") => OfSerilog(call),
            IObjectCreationOperation { Type: { Name: "FileTarget" } type } creation when IsOf(type, "NLog.Targets") =>
                OfNLog(creation),
            _ => null,
        };

    private static (SyntaxNode, double)? OfSerilog(IInvocationOperation call)
    {
        IArgumentOperation? Given(string name) =>
            call.Arguments.FirstOrDefault(a => a.Parameter?.Name == name && a.ArgumentKind == ArgumentKind.Explicit);
        if (
            Given("retainedFileTimeLimit") is { } time
            && ConstantDuration.Of(time.Value.UnwrapConversions()) is { } kept
        )
            return (time.Syntax, kept.TotalDays);
        if (
            Given("rollingInterval")?.Value.UnwrapConversions()
            is not IFieldReferenceOperation { Field.Name: { } interval }
        )
            return null;
        var limit = Given("retainedFileCountLimit");
        if (limit is null)
            return LogRetention.DaysOf(interval, LogRetention.SerilogDefault) is { } usual
                ? (OperationFacts.NameOf(call), usual)
                : null;
        return ConstantInt.Of(limit.Value) is > 0 and var files && LogRetention.DaysOf(interval, files) is { } days
            ? (limit.Syntax, days)
            : null;
    }

    private static (SyntaxNode, double)? OfNLog(IObjectCreationOperation creation)
    {
        var set = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().ToList();
        ISimpleAssignmentOperation? Given(string name) =>
            set?.FirstOrDefault(a => a.Target is IPropertyReferenceOperation p && p.Property.Name == name);
        if (Given("MaxArchiveDays") is { } days && ConstantInt.Of(days.Value) is > 0 and var number)
            return (days.Syntax, number);
        return
            Given("ArchiveEvery")?.Value.UnwrapConversions() is IFieldReferenceOperation { Field.Name: { } interval }
            && Given("MaxArchiveFiles") is { } most
            && ConstantInt.Of(most.Value) is > 0 and var files
            && LogRetention.DaysOf(interval, files) is { } span
            ? (most.Syntax, span)
            : null;
    }

    private static bool IsOf(ITypeSymbol type, string space) => type.ContainingNamespace?.ToString() == space;
}
