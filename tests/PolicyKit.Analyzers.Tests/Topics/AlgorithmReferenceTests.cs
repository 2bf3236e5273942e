using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Algorithms that are taken up as a method group or by the address of a signature.</summary>
public sealed class AlgorithmReferenceTests
{
    private static readonly Check Rule = new("PK6201");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a method group",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        HashAlgorithm M()
                        {
                            Func<HashAlgorithm> make = [|MD5.Create|];
                            return make();
                        }
                    }
                    """
            },
            {
                "an older digest as a method group that is handed on",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] Hash(Func<byte[], byte[]> digest, byte[] data) => digest(data);

                        byte[] M(byte[] data) => Hash([|SHA1.HashData|], data);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_reference_to_an_unapproved_algorithm(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a recommended digest as a method group",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        Func<HashAlgorithm> Make() => SHA256.Create;
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_reference_to_an_approved_algorithm(string name) =>
        Rule.IsSilent(Silent[name], Files.All);
}
