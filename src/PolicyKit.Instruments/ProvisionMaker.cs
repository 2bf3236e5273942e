using PolicyKit.Instruments.Identification;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Structure;
using PolicyKit.Policies;

namespace PolicyKit.Instruments;

/// <summary>
/// Makes provisions of drafts. A layout that is the one before it of the same shape is not written again.
/// </summary>
internal sealed class ProvisionMaker(IReadOnlyDictionary<Draft, Proposal> ids)
{
    private readonly LayoutMemory _layouts = new();

    public ValueList<Provision> Make(IEnumerable<Draft> drafts) => Make(drafts, null);

    private ValueList<Provision> Make(IEnumerable<Draft> drafts, ProvisionKind? parent) =>
        drafts.Select(d => Make(d, parent)).ToValueList();

    private Provision Make(Draft draft, ProvisionKind? parent)
    {
        // A number with nothing behind it, in a form to be filled in: the line is kept.
        if (draft is { Heading: null, HasText: false, Rows.Count: 0, Children.Count: 0 })
            draft.NumberIsText();
        var provision = new Provision
        {
            Id = ids[draft].Id,
            Kind = draft.Kind,
            Number = draft.Number,
            Heading = draft.Heading,
            Text = draft.Text,
            Rows = draft.Rows.Select(r => r.ToValueList()).ToValueList(),
        };
        // What follows by itself is not stated.
        if (draft.Kind is not null && ProvisionKinds.Of(provision with { Kind = null }, parent) == draft.Kind)
            provision = provision with { Kind = null };
        var kind = ProvisionKinds.Of(provision, parent);
        var layout = draft.Layout();
        provision = provision with { Layout = _layouts.Find(provision, kind) == layout ? null : layout };
        _layouts.Learn(provision, kind);
        return provision with { Provisions = Make(draft.Children, kind) };
    }
}
