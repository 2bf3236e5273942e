using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    private static readonly Regex Placeholder = new(@"\{(\d+)[^{}]*\}", RegexOptions.CultureInvariant);

    private FlowValue Interpolated(IInterpolatedStringOperation text)
    {
        var written = new WrittenText();
        foreach (var part in text.Parts)
            if (OperationFacts.ContentOf(part) is { } content)
                Write(written, content);
        return written.Whole;
    }

    private void Write(WrittenText text, IOperation part)
    {
        if (part.ConstantValue is { HasValue: true } constant)
            text.AddConstant(constant.Value?.ToString() ?? "");
        else
            text.Add(Shown(Eval(part), part));
    }

    // string.Format("SELECT … {0}", name): what stands before a value in the format counts as in any other text.
    private FlowValue? Formatted(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.Name != "Format" || !IsText(method.ContainingType))
            return null;
        var format = arguments.FirstOrDefault(a => a.Parameter?.Name == "format")?.Value;
        if (format?.ConstantValue is not { HasValue: true, Value: string pattern })
            return null;
        var values = arguments
            .Where(a =>
                a.Parameter is { } p && (p.Name == "args" || p.Name.StartsWith("arg", StringComparison.Ordinal))
            )
            .SelectMany(ElementsOf)
            .ToList();
        var (text, end) = (new WrittenText(), 0);
        foreach (Match match in Placeholder.Matches(pattern))
        {
            text.AddConstant(pattern.Substring(end, match.Index - end));
            end = match.Index + match.Length;
            if (int.TryParse(match.Groups[1].Value, out var index) && index < values.Count)
                Quietly(() => Write(text, values[index]));
        }

        text.AddConstant(pattern.Substring(end));
        return text.Whole;
    }
}
