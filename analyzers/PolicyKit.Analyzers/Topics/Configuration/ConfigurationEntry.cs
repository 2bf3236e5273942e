using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Analyzers.Topics.Configuration;

/// <summary>One value in a configuration file.</summary>
/// <param name="Key">Its key, with colons between sections, for example <c>ConnectionStrings:Default</c>.</param>
/// <param name="Value">The value as a text.</param>
/// <param name="Lines">Where the value stands, its quotes included.</param>
/// <param name="IsText">Whether it is written as a text, and not as a number or a switch.</param>
public sealed record ConfigurationEntry(string Key, string Value, LinePositionSpan Lines, bool IsText = true)
{
    /// <summary>The last part of the key.</summary>
    public string Name => Key.Substring(Key.LastIndexOf(':') + 1);
}
