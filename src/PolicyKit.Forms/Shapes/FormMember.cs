using PolicyKit.Messages;

namespace PolicyKit.Forms.Shapes;

/// <summary>A member of an object, as the schema names and explains it.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Help">What to write there.</param>
/// <param name="IsRequired">Whether the object must have it.</param>
/// <param name="MayNotApply">Whether a reason may stand in its place: <c>{"notApplicable": "…"}</c>.</param>
/// <param name="Shape">What it holds.</param>
internal sealed record FormMember(
    string Name,
    BilingualText Title,
    BilingualText Help,
    bool IsRequired,
    bool MayNotApply,
    FormShape Shape
);
