using System.Text;
using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas;

internal sealed class PatternKeyword(JsonValue value, Pattern pattern) : Keyword("pattern", value)
{
    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var matches = pattern.IsMatch(evaluation.Instance.SliceOf(instance), evaluation.Scratch);
        if (matches == true || !evaluation.Collects)
            return matches == true;
        return matches is null
            ? evaluation.Fail(instance, Value, Name, "schema.pattern-timeout", Shown.Shortened(pattern.Text))
            : Fail(evaluation, instance);
    }

    private bool Fail(Evaluation evaluation, int instance)
    {
        var subject = evaluation.Subject(instance);
        var text = evaluation.ValueAt(instance).GetString();
        if (text.Trim().Length == 0)
            return evaluation.Fail(instance, Value, Name, "schema.pattern#empty", evaluation.Name(instance));
        if (evaluation.Mend(instance, IsRight) is { } mend)
            return evaluation.Fail(instance, Value, Name, "schema.pattern#mended", subject, mend);
        var description = Described.Description(Owner);
        if (Digits() is { } digits && IsDigits(text))
            return evaluation.Fail(
                instance,
                Value,
                Name,
                description is null ? "schema.pattern#digits" : "schema.pattern#digits-described",
                subject,
                text.Length,
                digits,
                description ?? (object)""
            );
        if (description is null)
            return evaluation.Fail(instance, Value, Name, "schema.pattern", subject, Shown.Shortened(pattern.Text));
        return Described.Example(Owner) is { } example
            ? evaluation.Fail(instance, Value, Name, "schema.pattern#example", subject, description, example)
            : evaluation.Fail(instance, Value, Name, "schema.pattern#described", subject, description);
    }

    private bool IsRight(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return pattern.IsMatch(new JsonText.Slice(bytes, 0, bytes.Length), new Scratch()) == true;
    }

    // How many digits a pattern asks for that asks for nothing else.
    private int? Digits() =>
        Regex.Match(pattern.Text, @"^\^(?:\[0-9\]|\\d)\{([0-9]{1,3})\}\$$") is { Success: true } match
            ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool IsDigits(string text)
    {
        foreach (var c in text)
            if (c is < '0' or > '9')
                return false;
        return true;
    }
}
