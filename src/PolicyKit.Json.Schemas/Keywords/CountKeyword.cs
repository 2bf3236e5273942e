namespace PolicyKit.Json.Schemas;

/// <summary>minLength, maxLength, minItems, maxItems, minProperties, maxProperties.</summary>
internal sealed class CountKeyword : Keyword
{
    private readonly JsonKind _kind;
    private readonly bool _isMinimum;
    private readonly int _limit;

    public CountKeyword(string name, JsonValue value)
        : base(name, value)
    {
        _kind =
            name.EndsWith("Length", StringComparison.Ordinal) ? JsonKind.String
            : name.EndsWith("Items", StringComparison.Ordinal) ? JsonKind.Array
            : JsonKind.Object;
        _isMinimum = name.StartsWith("min", StringComparison.Ordinal);
        // Nothing that was read has more parts than an int counts. A bound with a fraction (2.0) is one as well.
        var number = JsonNumber.Of(value);
        var (low, high) = (0, int.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (JsonNumber.Of(middle).CompareTo(number) >= 0)
                high = middle;
            else
                low = middle + 1;
        }

        _limit = low;
    }

    public override int Kinds => Of(_kind);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var count =
            _kind == JsonKind.String
                ? CodePoints(evaluation.Instance.SliceOf(instance))
                : evaluation.Nodes[instance].Count;
        return (_isMinimum ? count >= _limit : count <= _limit)
            || (
                evaluation.Collects
                && evaluation.Fail(
                    instance,
                    Value,
                    Name,
                    count == 0 ? KeyPrefix + "#empty" : KeyPrefix,
                    _kind == JsonKind.String && count > 0 ? evaluation.Subject(instance) : evaluation.Name(instance),
                    count,
                    Shown.Of(Value)
                )
            );
    }

    private string KeyPrefix => "schema." + Name.ToLowerInvariant();

    private int CodePoints(in JsonText.Slice slice)
    {
        var bytes = slice.End - slice.Start;
        // Between a quarter of the bytes and all of them: often enough to tell.
        if (_isMinimum ? bytes / 4 >= _limit : bytes <= _limit)
            return _limit;
        return Utf8.CodePoints(slice.Bytes, slice.Start, slice.End);
    }
}
