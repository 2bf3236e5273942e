using PolicyKit.Policies;

namespace PolicyKit.Instruments.Rendering;

/// <summary>
/// The layouts of a document so far: a provision without one takes that of the last of its kind and shape.
/// </summary>
internal sealed class LayoutMemory
{
    private readonly Dictionary<(ProvisionKind, bool, bool, bool, bool), string> _known = [];

    public string? Find(Provision provision, ProvisionKind kind) => _known.GetValueOrDefault(Key(provision, kind));

    public void Learn(Provision provision, ProvisionKind kind)
    {
        if (provision.Layout is { } layout)
            _known[Key(provision, kind)] = layout;
    }

    private static (ProvisionKind, bool, bool, bool, bool) Key(Provision p, ProvisionKind kind) =>
        (kind, p.Number is not null, p.Heading is not null, p.Text is not null, p.Rows.Count > 0);
}
