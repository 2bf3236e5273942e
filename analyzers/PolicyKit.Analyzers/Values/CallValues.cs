using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Calls of .NET that leave a text as it is, decode it or make one of several.</summary>
internal static class CallValues
{
    // The text is the receiver, or the first argument of a static method or an extension.
    private static readonly HashSet<string> Wrapping = new(StringComparer.Ordinal)
    {
        "Trim",
        "TrimEnd",
        "TrimStart",
        "ToString",
        "ToCharArray",
        "ToArray",
        "AsSpan",
        "AsMemory",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "Normalize",
    };

    // The text is the first argument, whatever the receiver.
    private static readonly HashSet<string> Decoding = new(StringComparer.Ordinal)
    {
        "GetBytes",
        "GetString",
        "GetChars",
        "FromBase64String",
        "FromBase64CharArray",
        "FromHexString",
        "DecodeFromChars",
        "ToBase64String",
        "ToHexString",
        "FromResult",
        "UnescapeDataString",
        "EscapeDataString",
        "Copy",
        "Intern",
    };

    /// <summary>The texts of such a call; null for any other.</summary>
    public static IEnumerable<StringValue>? Of(IInvocationOperation call, int depth, ValueReader reader)
    {
        var name = call.TargetMethod.Name;
        var type = call.TargetMethod.ContainingType;
        if (JoinedText.IsBuilder(type))
            return name == "ToString" ? reader.Joined(JoinedText.AppendedBefore(call), depth, call.Syntax) : null;
        if (type?.SpecialType == SpecialType.System_String && JoinedText.Joins(call))
            return OfString(call, name, depth, reader);
        if (type is not null && !Namespaces.IsFramework(type))
            return null;
        if (Wrapping.Contains(name))
            return reader.Of(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, depth - 1);
        if (Decoding.Contains(name) && call.Arguments.Length > 0)
            return reader.Of(call.Arguments[0].Value, depth - 1);
        return null;
    }

    private static IEnumerable<StringValue>? OfString(
        IInvocationOperation call,
        string name,
        int depth,
        ValueReader reader
    )
    {
        switch (name)
        {
            case "Concat":
                return reader.Joined(Listed(call.Arguments), depth, call.Syntax);
            case "Create":
                return reader.Of(call.Arguments.LastOrDefault()?.Value, depth - 1);
            case "Join" when call.Arguments.Length > 1:
                var separator = reader.Of(call.Arguments[0].Value, depth - 1).FirstOrDefault()?.Text ?? "";
                return reader.Joined(Listed(call.Arguments.Skip(1)), depth, call.Syntax, separator);
            case "Format":
                return Formatted(call, depth, reader);
            default:
                return null;
        }
    }

    // The arguments of params stand in an array.
    private static IEnumerable<IOperation> Listed(IEnumerable<IArgumentOperation> arguments) =>
        arguments.SelectMany(a =>
            a.Value.UnwrapConversions(static c => c.IsImplicit)
                is IArrayCreationOperation { Initializer: { } initializer }
                ? initializer.ElementValues
                : System.Collections.Immutable.ImmutableArray.Create(a.Value)
        );

    private static IEnumerable<StringValue> Formatted(IInvocationOperation call, int depth, ValueReader reader)
    {
        var at = call.TargetMethod.Parameters.ToList().FindIndex(p => p.Name == "format");
        var arguments = call.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? int.MaxValue).ToList();
        if (at < 0 || at >= arguments.Count)
            return Enumerable.Empty<StringValue>();
        var given = Listed(arguments.Skip(at + 1)).ToList();
        return reader
            .Of(arguments[at].Value, depth - 1)
            .SelectMany(format =>
            {
                if (JoinedText.PiecesOf(format.Text) is not { } pieces)
                    return Enumerable.Empty<StringValue>();
                var text = new System.Text.StringBuilder();
                foreach (var (before, argument) in pieces)
                {
                    text.Append(before);
                    if (argument is { } number)
                        text.Append(
                            (number < given.Count ? reader.Of(given[number], depth - 1).FirstOrDefault()?.Text : null)
                                ?? StringValue.Hole.ToString()
                        );
                }

                return new[]
                {
                    new StringValue(text.ToString(), call.Arguments.Length == 1 ? format.Origin : call.Syntax),
                };
            });
    }
}
