namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>What another project declares counts where it is used, also in a file that holds no string of its own.</summary>
public sealed class OtherProjectTests
{
    private const string Urls = """
        namespace Shared
        {
            public static class Urls
            {
                public const string Mail = "http://mail.example.com/inbox";
            }
        }
        """;

    private const string Client = """
        class C
        {
            Task<string> M(HttpClient http) => http.GetStringAsync([|Shared.Urls.Mail|]);
        }
        """;

    [Fact]
    public Task Reports_a_constant_of_another_project_that_names_an_undeclared_host() =>
        new Check("PK3002").ReportsBeside(Urls, Client);

    [Fact]
    public Task Reports_a_constant_of_another_project_that_travels_in_cleartext() =>
        new Check("PK6206").ReportsBeside(Urls, Client, Files.All);
}
