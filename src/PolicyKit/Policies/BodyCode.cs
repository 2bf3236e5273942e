namespace PolicyKit.Policies;

/// <summary>A 全国地方公共団体コード: six digits, the last of which is a check digit.</summary>
public sealed record BodyCode
{
    private BodyCode(string value) => Value = value;

    /// <summary>The six digits.</summary>
    public string Value { get; }

    /// <summary>The two digits of the prefecture.</summary>
    public string Prefecture => Value.Substring(0, 2);

    /// <summary>The code; null when it has not six ASCII digits or its check digit is wrong (modulus 11, weights 6 5 4 3 2).</summary>
    public static BodyCode? TryParse(string text)
    {
        if (text is null || text.Length != 6 || text.Any(c => c is < '0' or > '9'))
            return null;
        var sum = Enumerable.Range(0, 5).Sum(i => (text[i] - '0') * (6 - i));
        return text[5] - '0' == (11 - (sum % 11)) % 10 ? new BodyCode(text) : null;
    }

    /// <summary>The six digits.</summary>
    public override string ToString() => Value;
}
