using System.Text;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Texts that are put together from others: +, interpolation, string.Concat, Format and Join, StringBuilder.
/// </summary>
internal static class JoinedText
{
    /// <summary>The names of calls that may make one text of several.</summary>
    public static HashSet<string> Names { get; } =
        new(StringComparer.Ordinal) { "Concat", "Format", "Join", "Create", "Append", "AppendFormat", "AppendLine" };

    /// <summary>Whether an operation is a + of texts.</summary>
    public static bool IsConcatenation(IOperation? operation) =>
        operation
            is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>Whether a call makes one text of those that it is given.</summary>
    public static bool Joins(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String
            ? call.TargetMethod.Name is "Concat" or "Format" or "Join" or "Create"
            : IsBuilder(call.TargetMethod.ContainingType)
                && (
                    call.TargetMethod.Name == "ToString"
                    || call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal)
                );

    /// <summary>Whether a type is StringBuilder.</summary>
    public static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };

    /// <summary>The operands of a chain of +, from left to right.</summary>
    public static IEnumerable<IOperation> Operands(IBinaryOperation binary)
    {
        // Iterative: a chain of thousands of + is deep on its left side.
        var right = new Stack<IOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && IsConcatenation(sum))
        {
            right.Push(sum.RightOperand);
            left = sum.LeftOperand;
        }

        right.Push(left);
        return right;
    }

    /// <summary>
    /// The pieces of a format: texts, and numbers of the arguments that stand between them. Null when the format is
    /// none.
    /// </summary>
    public static IReadOnlyList<(string Text, int? Argument)>? PiecesOf(string format)
    {
        var pieces = new List<(string, int?)>();
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}'))
            {
                text.Append(format[i]);
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                text.Append(format[i++]);
                continue;
            }

            var close = format[i] == '{' ? format.IndexOf('}', i) : -1;
            var digits = close < 0 ? "" : format.Substring(i + 1, close - i - 1).Split(',', ':')[0].Trim();
            if (
                !int.TryParse(
                    digits,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                )
            )
                return null;
            pieces.Add((text.ToString(), number));
            text.Clear();
            i = close;
        }

        pieces.Add((text.ToString(), null));
        return pieces;
    }

    /// <summary>
    /// What is appended to a builder, in order: by the calls that a call stands on, and by those that name the same
    /// local before it.
    /// </summary>
    public static IReadOnlyList<IOperation> AppendedBefore(IInvocationOperation call)
    {
        var parts = new List<IOperation>();
        var receiver = Chain(call.Instance, parts);
        if (receiver is ILocalReferenceOperation local)
        {
            var index = LocalUses.Of(call);
            var before = new List<IOperation>();
            if (index.ValuesOf(local.Local) is { Count: 1 } values)
                Chain(values[0], before);
            foreach (
                var reference in index.ReferencesTo(local.Local).Where(r => r.Syntax.SpanStart < local.Syntax.SpanStart)
            )
            {
                var last = reference;
                while (
                    last.Parent is IInvocationOperation { Instance: { } instance } outer
                    && instance == last
                    && IsBuilder(outer.TargetMethod.ContainingType)
                )
                    last = outer;
                Chain(last, before);
            }

            parts.InsertRange(0, before);
        }

        return parts;
    }

    // new StringBuilder("a").Append("b").Append("c"): its parts in order, and what stands at its beginning.
    private static IOperation? Chain(IOperation? operation, List<IOperation> parts)
    {
        var found = new List<IOperation>();
        while (
            operation is IInvocationOperation { TargetMethod: { } method, Instance: { } instance } call
            && IsBuilder(method.ContainingType)
        )
        {
            if (method.Name is "Append" or "AppendLine" && call.Arguments.Length > 0)
                found.Add(call.Arguments[0].Value);
            operation = instance;
        }

        if (
            operation is IObjectCreationOperation { Arguments: { Length: > 0 } arguments }
            && arguments[0].Value.Type?.SpecialType == SpecialType.System_String
        )
            found.Add(arguments[0].Value);
        found.Reverse();
        parts.AddRange(found);
        return operation;
    }
}
