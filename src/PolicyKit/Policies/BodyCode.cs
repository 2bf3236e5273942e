namespace PolicyKit.Policies;

/// <summary>A code of a local public body (全国地方公共団体コード).</summary>
/// <remarks>
/// Six ASCII digits: two for the prefecture, three for the body, and a check digit (modulus 11 with the weights 6 5 4 3
/// 2).
/// </remarks>
public sealed class BodyCode : Identifier<BodyCode>
{
    static BodyCode() => Define(HasForm, text => new BodyCode(text));

    private BodyCode(string value)
        : base(value) { }

    /// <summary>The two digits of the prefecture, <c>01</c> to <c>47</c>.</summary>
    public string Prefecture => Value.Substring(0, 2);

    private static bool HasForm(string text)
    {
        if (text.Length != 6 || text.Any(c => c is < '0' or > '9'))
            return false;
        var sum = Enumerable.Range(0, 5).Sum(i => (text[i] - '0') * (6 - i));
        return text[5] - '0' == (11 - (sum % 11)) % 10;
    }
}
