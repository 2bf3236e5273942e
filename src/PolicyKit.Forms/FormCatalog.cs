using PolicyKit.Forms.Shapes;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>
/// The forms that can be filled in (<c>forms.data.json</c>); what stands in their cells comes from the schemas.
/// </summary>
internal static class FormCatalog
{
    private static readonly Lazy<IReadOnlyList<Form>> Read = new(() =>
        EmbeddedData
            .Open(typeof(FormCatalog).Assembly, "forms.data.json")
            .Text.Root.Items("forms")
            .Select(Make)
            .ToList()
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Form> All => Read.Value;

    /// <summary>The form of a name; null when there is none.</summary>
    public static Form? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static Form Make(JsonValue data)
    {
        var kind = DocumentKindExtensions.Find(data.Text("kind"))!.Value;
        var (root, title) = (SchemaShapes.Of(kind), data.Both("title"));
        var part = data.TryGetMember("part", out var member) ? member.GetString() : null;
        var sheets = new List<FormSheet>();
        if (part is not null)
            AddTable(sheets, root.Members.Single(m => m.Name == part), "", parent: null);
        else if (data.TryGetMember("tables", out _))
            foreach (var table in root.Members.Where(m => m.Shape is TableShape))
                AddTable(sheets, table, "", parent: null, HeadOf(root));
        else
            AddRecord(sheets, root);
        return new Form(data.Text("name"), kind, title, data.Both("purpose"), root, part, sheets.ToValueList());
    }

    private static ValueList<FormField> HeadOf(RecordShape root) =>
        root.Members.Where(m => m.Shape is ScalarShape).Select(m => Field(m, m.Name)).ToValueList();

    private static void AddRecord(List<FormSheet> sheets, RecordShape root)
    {
        var fields = new List<FormField>();
        AddFields(fields, root, "");
        var title = new BilingualText("基本情報", "Overview");
        sheets.Add(new FormSheet(title, "", root, IsTable: false, MayNotApply: false, fields.ToValueList()));
        foreach (var (member, path) in Tables(root, ""))
            AddTable(sheets, member, path, parent: null);
    }

    private static void AddTable(
        List<FormSheet> sheets,
        FormMember member,
        string path,
        FormSheet? parent,
        ValueList<FormField>? head = null
    )
    {
        var row = ((TableShape)member.Shape).Row;
        var fields = new List<FormField>();
        AddColumns(fields, row, "", prefix: null, isDue: true);
        var full = Join(path, member.Name);
        var title = parent is null ? member.Title : Under(parent.Title, member.Title);
        var sheet = new FormSheet(title, full, row, true, member.MayNotApply, fields.ToValueList())
        {
            Parent = parent,
            Head = head ?? ValueList<FormField>.Empty,
        };
        sheets.Add(sheet);
        foreach (var (child, at) in Tables(row, ""))
            AddTable(sheets, child, at, sheet);
    }

    private static BilingualText Under(BilingualText parent, BilingualText child) =>
        new($"{parent.Japanese}の{child.Japanese}", $"{parent.English}, {child.English}");

    // The members of objects stand in the line of their object; lists of objects have a sheet of their own.
    private static void AddFields(List<FormField> fields, RecordShape record, string path)
    {
        foreach (var member in record.Members)
        {
            var full = Join(path, member.Name);
            if (member.Shape is RecordShape inner)
            {
                fields.Add(Field(member, full) with { Shape = null });
                AddFields(fields, inner, full);
            }
            else if (member.Shape is not TableShape)
                fields.Add(Field(member, full));
        }
    }

    // A column stands alone: 「許可：許可番号」 says what a heading says in a record. It must be filled in where every
    // object on the way to it must be there.
    private static void AddColumns(
        List<FormField> fields,
        RecordShape record,
        string path,
        BilingualText? prefix,
        bool isDue
    )
    {
        foreach (var member in record.Members)
        {
            var full = Join(path, member.Name);
            var title = prefix is null
                ? member.Title
                : new BilingualText(
                    $"{prefix.Japanese}：{member.Title.Japanese}",
                    $"{prefix.English}: {member.Title.English}"
                );
            if (member.Shape is RecordShape inner)
                AddColumns(fields, inner, full, title, isDue && member.IsRequired);
            else if (member.Shape is not TableShape)
                fields.Add(Field(member, full) with { Title = title, IsRequired = isDue && member.IsRequired });
        }
    }

    private static IEnumerable<(FormMember Member, string Path)> Tables(RecordShape record, string path) =>
        record.Members.SelectMany(m =>
            m.Shape switch
            {
                TableShape => [(m, path)],
                RecordShape inner => Tables(inner, Join(path, m.Name)),
                _ => Enumerable.Empty<(FormMember, string)>(),
            }
        );

    private static FormField Field(FormMember member, string path) =>
        new(path, member.Title, member.Help, member.Shape, member.IsRequired, member.MayNotApply);

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
