using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Names that mean a password or a cipher: the value decides.</summary>
public sealed class AmbiguousNameTests
{
    private static readonly Check Rule = new("PK6101");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a constant under romaji",
                """
                    class C
                    {
                        private const string RenkeiAngo = [|"Tsukishima!31"|];
                    }
                    """
            },
            {
                "a local under kanji",
                """
                    class C
                    {
                        void M()
                        {
                            var 接続暗号 = [|"Minato#0921"|];
                            Console.WriteLine(接続暗号);
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_password_under_the_word_for_a_cipher(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "the name of a cipher",
                """
                    class C
                    {
                        private const string Ango = "AES-256-GCM";
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_the_name_of_a_cipher_alone(string name) => Rule.IsSilent(Silent[name], Files.All);
}
