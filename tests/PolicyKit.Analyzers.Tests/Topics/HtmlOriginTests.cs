using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Hosts from which a page in a text loads what it is made of.</summary>
public sealed class HtmlOriginTests
{
    private static readonly Check Rule = new("PK3002");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a script",
                """
                    class C
                    {
                        string M() => [|"<script src=\"https://cdn.example.net/a.js\"></script>"|];
                    }
                    """
            },
            {
                "a frame without a scheme",
                """
                    class C
                    {
                        string M() => [|"<iframe width='400' src='//map.example.net/embed'></iframe>"|];
                    }
                    """
            },
            {
                "a style sheet",
                """
                    class C
                    {
                        string M() => [|"<link rel=\"stylesheet\" href=\"https://fonts.example.net/css\">"|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_host_that_a_page_loads_from(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a link for people",
                """
                    class C
                    {
                        string M() => "<a href=\"https://www.example.net/\">home</a>";
                    }
                    """
            },
            {
                "an image of the own site",
                """
                    class C
                    {
                        string M() => "<img src=\"/img/logo.png\">";
                    }
                    """
            },
            {
                "a canonical address",
                """
                    class C
                    {
                        string M() => "<link rel=\"canonical\" href=\"https://www.example.net/\">";
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_links_and_own_files_alone(string name) => Rule.IsSilent(Silent[name], Files.All);
}
