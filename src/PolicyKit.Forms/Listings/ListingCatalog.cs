using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Listings;

/// <summary>The sheets that are made and not read back (<c>listings.data.json</c>).</summary>
internal static class ListingCatalog
{
    private static readonly Lazy<IReadOnlyList<Listing>> Read = new(() =>
        EmbeddedData
            .Open(typeof(ListingCatalog).Assembly, "listings.data.json")
            .Text.Root.Items("listings")
            .Select(Make)
            .ToList()
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Listing> All => Read.Value;

    private static Listing Make(JsonValue data) =>
        new(
            data.Text("name"),
            data.Text("needs") == "evaluation",
            data.Both("title"),
            data.Both("purpose"),
            Rows(data.TryGetMember("rows", out var rows) ? rows : data),
            data.Items("columns").Select(Column).ToValueList()
        );

    private static ListingRows Rows(JsonValue data) =>
        new(
            data.Text("of"),
            data.Items("measures").Select(m => MeasureKindExtensions.ByName[m.GetString()]).ToValueList(),
            data.Items("checks").Select(c => c.GetString()).ToValueList()
        )
        {
            Kind = Word(data, "kind") is { } kind ? DocumentKindExtensions.Find(kind) : null,
            Table = Word(data, "table"),
            More = data.Items("more").Select(Both).ToValueList(),
        };

    private static ListingColumn Column(JsonValue data) =>
        new(
            data.Both("title"),
            data.TryGetMember("width", out var width) && width.TryGetInt64(out var number) ? number : 20,
            Word(data, "value"),
            Word(data, "entry"),
            data.Items("choices").Select(Both).ToValueList()
        );

    private static BilingualText Both(JsonValue value) => new(value.Text("ja"), value.Text("en"));

    private static string? Word(JsonValue data, string name) =>
        data.TryGetMember(name, out var value) ? value.GetString() : null;
}
