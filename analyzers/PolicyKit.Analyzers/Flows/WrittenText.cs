using System.Text;
using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// A text as code puts it together, from left to right. What stands before a value says where it gets: behind the host
/// of an address nobody chooses the host any more; among tags it is markup.
/// </summary>
internal sealed class WrittenText
{
    // Stands for a value that is not known.
    private const char Unknown = '\u0001';

    private static readonly Regex Tag = new("<[a-zA-Z/!]", RegexOptions.CultureInvariant);
    private readonly StringBuilder _text = new();

    /// <summary>What the text holds.</summary>
    public FlowValue Value { get; private set; } = FlowValue.Nothing;

    /// <summary>What it holds, where it shows tags as those within tags.</summary>
    public FlowValue Whole =>
        Value.Labels.IsEmpty || !Tag.IsMatch(_text.ToString()) ? Value : Value.Each(l => l.InMarkup(true));

    public void AddConstant(string text) => _text.Append(text);

    public void Add(FlowValue value)
    {
        if (!value.IsNothing)
            Value = Value.Join(value.Clean(FixedBy(_text.ToString())));
        _text.Append(Unknown);
    }

    /// <summary>The kinds of sinks for which what comes after a text chooses nothing.</summary>
    public static SinkSet FixedBy(string text)
    {
        if (text.Length == 0)
            return SinkSet.None;
        var scheme = text.LastIndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            return text.IndexOfAny(new[] { '/', '?', '#' }, scheme + 3) > scheme + 3 ? SinkSet.Addresses : SinkSet.None;
        if (text.IndexOf(Unknown) >= 0)
            return SinkSet.Addresses;
        var isOpen = text.Trim() is "/" or "\\" || text.StartsWith("//", StringComparison.Ordinal);
        return isOpen ? SinkSet.None : SinkSet.Addresses;
    }
}
