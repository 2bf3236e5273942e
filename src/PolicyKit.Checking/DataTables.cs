using PolicyKit.Calendar;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>
/// Dated tables that a user gives in the place of those that ship; what a table is, its content says.
/// </summary>
/// <param name="Cryptography">The approved algorithms; null for those that ship.</param>
/// <param name="Holidays">The holidays; null for those that ship.</param>
internal sealed record DataTables(CryptographyTable? Cryptography, HolidayTable? Holidays)
{
    /// <exception cref="CheckException">A file is not such a table.</exception>
    public static DataTables Read(IReadOnlyList<string> paths)
    {
        var tables = new DataTables(null, null);
        foreach (var path in paths)
        {
            var file = InputFile.Read(InputFile.FullPath(path));
            tables =
                Has(file, "holidays") ? tables with { Holidays = Valid(HolidayTable.Read(file)) }
                : Has(file, "algorithms") ? tables with { Cryptography = Valid(CryptographyTable.Read(file)) }
                : throw CheckException.Usage("tables.unknown", file.Path);
        }

        return tables;
    }

    private static bool Has(SourceDocument file, string member) =>
        file.Text.Error is null && file.Text.Root.TryGetMember(member, out _);

    private static T Valid<T>(ReadResult<T> result)
        where T : class =>
        result.IsValid
            ? result.Value!
            : throw CheckException.Usage(
                "tables.wrong",
                result.Problems[0].Location.ToString(),
                result.Problems[0].Message
            );
}
