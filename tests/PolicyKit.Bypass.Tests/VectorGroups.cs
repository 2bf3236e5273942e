using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyKit.Bypass.Tests;

/// <summary>The groups by the numbers of the vectors.</summary>
internal static class VectorGroups
{
    public static VectorGroup Of(Vector vector)
    {
        if (vector.Id[0] == 'C')
            return VectorGroup.Configuration;
        var number = int.Parse(Regex.Match(vector.Id, "^[0-9]+").Value, CultureInfo.InvariantCulture);
        return number switch
        {
            < 20 => VectorGroup.Suppression,
            >= 58 and <= 63 or 72 => VectorGroup.Evasion,
            >= 86 and <= 93 => VectorGroup.Configuration,
            _ => VectorGroup.Tampering,
        };
    }
}
