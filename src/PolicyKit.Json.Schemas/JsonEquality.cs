namespace PolicyKit.Json.Schemas;

/// <summary>
/// Equality of JSON values as JSON Schema means it: numbers by value, objects without order. Allocates nothing.
/// </summary>
internal static class JsonEquality
{
    public static bool Equal(JsonValue a, JsonValue b) => Equal(a.Text, a.Index, b.Text, b.Index);

    public static bool Equal(JsonText a, int ai, JsonText b, int bi)
    {
        var (an, bn) = (a.Nodes, b.Nodes);
        if (an[ai].Kind != bn[bi].Kind)
            return false;
        switch (an[ai].Kind)
        {
            case JsonKind.Number:
                return JsonNumber.At(a, ai).Equals(JsonNumber.At(b, bi));
            case JsonKind.String:
                return a.SliceOf(ai).Is(b.SliceOf(bi));
            case JsonKind.Array:
                if (an[ai].Count != bn[bi].Count)
                    return false;
                for (int i = ai + 1, j = bi + 1; i < an[ai].Next; i = an[i].Next, j = bn[j].Next)
                    if (!Equal(a, i, b, j))
                        return false;
                return true;
            case JsonKind.Object:
                if (an[ai].Count != bn[bi].Count)
                    return false;
                var same = bi + 1;
                for (var i = ai + 1; i < an[ai].Next; i = an[i + 1].Next)
                {
                    // Where the order is the same, which is usual, nothing is searched.
                    if (same >= bn[bi].Next || !SameName(a, i, b, same))
                        same = Find(a, i, b, bi);
                    if (same < 0 || !Equal(a, i + 1, b, same + 1))
                        return false;
                    same = bn[same + 1].Next;
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>Equal values have equal hashes.</summary>
    public static int Hash(JsonText text, int index)
    {
        unchecked
        {
            var nodes = text.Nodes;
            var hash = (int)nodes[index].Kind * 397;
            switch (nodes[index].Kind)
            {
                case JsonKind.Number:
                    return hash ^ JsonNumber.At(text, index).GetHashCode();
                case JsonKind.String:
                    var slice = text.SliceOf(index);
                    return hash ^ (int)Utf8.Hash(slice.Bytes, slice.Start, slice.End);
                case JsonKind.Array:
                    for (var i = index + 1; i < nodes[index].Next; i = nodes[i].Next)
                        hash = (hash * 31) + Hash(text, i);
                    return hash;
                case JsonKind.Object:
                    for (var i = index + 1; i < nodes[index].Next; i = nodes[i + 1].Next)
                        hash += (int)nodes[i].Hash ^ (Hash(text, i + 1) * 31);
                    return hash;
                default:
                    return hash;
            }
        }
    }

    private static bool SameName(JsonText a, int i, JsonText b, int j) =>
        a.Nodes[i].Hash == b.Nodes[j].Hash && a.SliceOf(i).Is(b.SliceOf(j));

    private static int Find(JsonText a, int name, JsonText b, int container)
    {
        for (var j = container + 1; j < b.Nodes[container].Next; j = b.Nodes[j + 1].Next)
            if (SameName(a, name, b, j))
                return j;
        return -1;
    }
}
