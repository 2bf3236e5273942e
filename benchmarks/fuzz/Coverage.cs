using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace PolicyKit.Fuzz;

/// <summary>
/// What the instrumented assemblies say of the way an input took: an input that goes where none went before is kept
/// to be changed further.
/// </summary>
internal static unsafe class Coverage
{
    // The size that the instrumentation counts with.
    private const int Size = 1 << 16;

    private static readonly byte* Map = (byte*)NativeMemory.AllocZeroed(Size);

    private static byte[] _seen = new byte[Size];

    /// <summary>How many ways from one block of code to another the inputs since the start took.</summary>
    public static int Edges => _seen.Count(s => s != 0);

    /// <summary>Begins anew, for another reader.</summary>
    public static void Start()
    {
        _seen = new byte[Size];
        Trace.SharedMem = Map;
    }

    public static void BeforeInput()
    {
        new Span<byte>(Map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last input took a way that none took before, or one many times more often.</summary>
    public static bool IsNew()
    {
        var isNew = false;
        for (var i = 0; i < Size; i++)
            if (Map[i] != 0 && (_seen[i] & Often(Map[i])) == 0)
            {
                _seen[i] |= Often(Map[i]);
                isNew = true;
            }

        return isNew;
    }

    // Once, twice, up to 3, 7, 15, 31, 127 times, or more.
    private static byte Often(byte times) =>
        times switch
        {
            1 => 1,
            2 => 2,
            3 => 4,
            <= 7 => 8,
            <= 15 => 16,
            <= 31 => 32,
            <= 127 => 64,
            _ => 128,
        };
}
