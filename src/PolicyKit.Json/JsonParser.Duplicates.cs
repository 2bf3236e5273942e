using PolicyKit.Messages;

namespace PolicyKit.Json;

/// <content>Members that stand more than once.</content>
internal sealed partial class JsonParser
{
    private void FindDuplicates(int container, int count)
    {
        if (count > 12)
        {
            FindDuplicatesByTable(container, count);
            return;
        }

        var nodes = _nodes;
        for (var later = nodes[container + 2].Next; later < _count; later = nodes[later + 1].Next)
        for (var earlier = container + 1; earlier < later; earlier = nodes[earlier + 1].Next)
            if (nodes[earlier].Hash == nodes[later].Hash && SameName(earlier, later))
            {
                (_duplicates ??= new List<int>()).Add(later);
                break;
            }
    }

    private void FindDuplicatesByTable(int container, int count)
    {
        var size = 32;
        while (size < count * 2)
            size *= 2;
        if (_names.Length < size)
            _names = new int[size];
        else
            Array.Clear(_names, 0, size);
        for (var name = container + 1; name < _count; name = _nodes[name + 1].Next)
        {
            var slot = (int)(_nodes[name].Hash & (uint)(size - 1));
            for (; _names[slot] != 0; slot = (slot + 1) & (size - 1))
                if (_nodes[_names[slot]].Hash == _nodes[name].Hash && SameName(_names[slot], name))
                    break;
            if (_names[slot] == 0)
                _names[slot] = name;
            else
                (_duplicates ??= new List<int>()).Add(name);
        }
    }

    private bool SameName(int a, int b)
    {
        return JsonText.Slice.Of(_utf8, _unescaped, _nodes[a]).Is(JsonText.Slice.Of(_utf8, _unescaped, _nodes[b]));
    }
}
