using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyKit.Cli.Validation;

/// <content>Scalars as JSON writes them.</content>
internal sealed partial class YamlText
{
    private const string TextTag = "tag:yaml.org,2002:str";

    // By these a quoted scalar is what a plain one would be: !!int "443".
    private static readonly HashSet<string> CoreTags = new(
        new[] { "int", "float", "bool", "null" }.Select(name => "tag:yaml.org,2002:" + name),
        StringComparer.Ordinal
    );

    private void Write(Scalar scalar)
    {
        var isTagged = scalar.Tag is { IsEmpty: false, Value: var tag } && CoreTags.Contains(tag);
        if ((scalar.Style != ScalarStyle.Plain && !isTagged) || scalar.Tag is { IsEmpty: false, Value: TextTag })
        {
            _writer.WriteStringValue(scalar.Value);
            return;
        }

        switch (scalar.Value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                _writer.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                _writer.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                _writer.WriteBooleanValue(false);
                break;
            default:
                if (scalar.Value.Length > MaxDigits && scalar.Value.AsSpan(1).IndexOfAnyExcept(NumberCharacters) < 0)
                    throw new YamlProblem("yaml.long-number", scalar, MaxDigits);
                if (Number(scalar.Value) is { } number)
                    _writer.WriteRawValue(number);
                else
                    _writer.WriteStringValue(scalar.Value);
                break;
        }
    }

    // [-+]?[0-9]+, 0o[0-7]+, 0x[0-9a-fA-F]+ and [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? as JSON writes
    // them; null for what is none.
    private static string? Number(string text)
    {
        if (
            text.StartsWith("0x", StringComparison.Ordinal)
            && text.Length > 2
            && text.AsSpan(2).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0
        )
            return BigInteger
                .Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
        if (
            text.StartsWith("0o", StringComparison.Ordinal)
            && text.Length > 2
            && text.AsSpan(2).IndexOfAnyExcept("01234567") < 0
        )
            return text[2..]
                .Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0'))
                .ToString(CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var rest = text[0] is '-' or '+' ? text[1..] : text;
        var e = rest.AsSpan().IndexOfAny('e', 'E');
        var (mantissa, exponent) = e < 0 ? (rest, "") : (rest[..e], rest[(e + 1)..]);
        if (e >= 0 && !IsDigits(exponent.StartsWith('-') || exponent.StartsWith('+') ? exponent[1..] : exponent))
            return null;
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = dot < 0 ? (mantissa, "") : (mantissa[..dot], mantissa[(dot + 1)..]);
        if (
            (whole.Length == 0 && fraction.Length == 0)
            || (whole.Length > 0 && !IsDigits(whole))
            || (fraction.Length > 0 && !IsDigits(fraction))
        )
            return null;
        whole = whole.TrimStart('0');
        return sign
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length > 0 ? "." + fraction : "")
            + (e < 0 ? "" : "e" + exponent);
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
