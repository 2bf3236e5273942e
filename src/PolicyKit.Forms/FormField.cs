using PolicyKit.Forms.Shapes;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>A place to fill in: a column of a table, or a line of a record.</summary>
/// <param name="Path">The members that lead to it from its row, with dots: <c>permission.number</c>.</param>
/// <param name="Title">What stands above or before it.</param>
/// <param name="Help">What to write there.</param>
/// <param name="Shape">What it holds; null for the heading of a topic, which holds a reason at most.</param>
/// <param name="IsRequired">Whether it must be filled in.</param>
/// <param name="MayNotApply">Whether a reason may stand in its place.</param>
internal sealed record FormField(
    string Path,
    BilingualText Title,
    BilingualText Help,
    FormShape? Shape,
    bool IsRequired,
    bool MayNotApply
)
{
    /// <summary>What one value of it is; null for a heading.</summary>
    public ScalarShape? Scalar => Shape is ListShape list ? list.Item : Shape as ScalarShape;
}
