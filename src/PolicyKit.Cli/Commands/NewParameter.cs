using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Cli.Failures;

namespace PolicyKit.Cli.Commands;

/// <summary>A parameter of a new rule, as it was written on the command line.</summary>
/// <param name="Id">Its id: <c>things.names</c>.</param>
/// <param name="Json">Its value as JSON: a number, a string, or an array of strings.</param>
internal sealed record NewParameter(string Id, string Json)
{
    private const char Separator = ',';

    /// <summary>The member of the rule that names it: <c>Names</c> of <c>things.names</c>.</summary>
    public string Member =>
        string.Concat(Id.Split('.')[^1].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>
    /// Reads <c>things.names=one,two</c>; a value without a comma is a number where it is one, else a string.
    /// </summary>
    /// <exception cref="CliException">It is not of that form.</exception>
    public static NewParameter Parse(string text)
    {
        var match = Regex.Match(text, @"^([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)=([^""\\\p{Cc}]+)$");
        if (!match.Success)
            throw CliException.Usage("cli.new-rule-parameter", text);
        var value = match.Groups[2].Value;
        if (value.Contains(Separator, StringComparison.Ordinal))
            return new(match.Groups[1].Value, $"[{string.Join(", ", value.Split(Separator).Select(Quoted))}]");
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return new(match.Groups[1].Value, isNumber ? value : Quoted(value));
    }

    private static string Quoted(string value) => $"\"{value}\"";
}
