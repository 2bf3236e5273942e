using PolicyKit.Forms.Shapes;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>A form that is filled in and read back.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Kind">The kind of file that it is made of and becomes.</param>
/// <param name="Title">The title at its top.</param>
/// <param name="Purpose">What it is for, in a sentence.</param>
/// <param name="Root">The shape of the whole file.</param>
/// <param name="Part">The member that it holds; null when it holds the whole file.</param>
/// <param name="Sheets">Its sheets.</param>
internal sealed record Form(
    string Name,
    DocumentKind Kind,
    BilingualText Title,
    BilingualText Purpose,
    RecordShape Root,
    string? Part,
    ValueList<FormSheet> Sheets
)
{
    /// <summary>What it is, in both languages.</summary>
    public string Description => $"{Title.Japanese}: {Purpose.Japanese} / {Title.English}: {Purpose.English}";
}
