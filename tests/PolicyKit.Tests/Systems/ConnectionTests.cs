using NodaTime;
using PolicyKit.Systems;

namespace PolicyKit.Tests.Systems;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("*.example.co.jp", "api.example.co.jp")]
    [InlineData("*.example.jp", "a.b.example.jp")]
    [InlineData("*.EXAMPLE.com", "api.example.com")]
    [InlineData("*.local", "printer.local")]
    [InlineData("*.internal", "db.internal")]
    [InlineData("*.city.example.lg.jp", "www.city.example.lg.jp")]
    [InlineData("api.example.com", "API.example.com")]
    public void Covers_what_is_beneath_the_name_of_one_holder(string declared, string host) =>
        Assert.True(To(declared).Covers(host));

    [Theory]
    [InlineData("*.com", "attacker.com")]
    [InlineData("*.jp", "attacker.jp")]
    [InlineData("*.lg.jp", "city.attacker.lg.jp")]
    [InlineData("*.CO.jp", "attacker.co.jp")]
    [InlineData("*.example.jp", "example.jp")]
    [InlineData("*.example.jp", "badexample.jp")]
    public void Covers_nothing_beneath_a_name_that_is_nobody_s_own(string declared, string host) =>
        Assert.False(To(declared).Covers(host));

    private static Connection To(string host) =>
        new(
            host,
            null,
            "送信",
            null,
            null,
            ValueList<SystemId>.Empty,
            ConnectionDirection.Outbound,
            new LocalDate(2026, 4, 1)
        );
}
