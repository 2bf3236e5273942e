namespace PolicyKit.Json.Schemas;

/// <summary>
/// Finds references that lead back to where they stand while the same value is being looked at: no instance could ever
/// be evaluated (2020-12 core §9.4.1).
/// </summary>
internal static class EndlessReferences
{
    /// <summary>One reference of each circle, the last one on the way.</summary>
    public static IEnumerable<JsonValue> Find(IEnumerable<SchemaNode> nodes)
    {
        var (done, onTheWay) = (new HashSet<SchemaNode>(), new Dictionary<SchemaNode, int>());
        // A chain of references may be longer than the stack of the program is deep.
        var way = new List<Step>();
        foreach (var start in nodes)
        {
            Enter(start);
            while (way.Count > 0)
            {
                var step = way[way.Count - 1];
                if (!step.Next.MoveNext())
                {
                    done.Add(step.Node);
                    onTheWay.Remove(step.Node);
                    way.RemoveAt(way.Count - 1);
                    continue;
                }

                var (keyword, target) = step.Next.Current;
                step.Last = keyword;
                if (onTheWay.TryGetValue(target, out var at))
                    yield return way.Skip(at).Select(s => s.Last!).Last(k => k.Name[0] == '$').Value;
                else
                    Enter(target);
            }
        }

        void Enter(SchemaNode node)
        {
            if (done.Contains(node))
                return;
            onTheWay.Add(node, way.Count);
            way.Add(new Step(node));
        }
    }

    private sealed class Step(SchemaNode node)
    {
        public SchemaNode Node { get; } = node;

        public IEnumerator<(Keyword Keyword, SchemaNode Target)> Next { get; } =
            node.Keywords.SelectMany(k => k.Always.Select(target => (k, target))).GetEnumerator();

        public Keyword? Last { get; set; }
    }
}
