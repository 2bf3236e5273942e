using System.Text.Json.Nodes;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>One host and port declared twice: without a port every port is meant.</summary>
public sealed class ConnectionTwiceTests
{
    [Theory]
    [InlineData("a.example.jp", 443, "a.example.jp", 443, true)]
    [InlineData("a.example.jp", 443, "A.EXAMPLE.JP", 443, true)]
    [InlineData("a.example.jp", 443, "a.example.jp", null, true)]
    [InlineData("a.example.jp", null, "a.example.jp", 443, true)]
    [InlineData("a.example.jp", null, "a.example.jp", null, true)]
    [InlineData("a.example.jp", 443, "a.example.jp", 8443, false)]
    [InlineData("a.example.jp", 443, "b.example.jp", null, false)]
    public void Is_found(string host, int? port, string other, int? otherPort, bool isTwice) =>
        Assert.Equal(
            isTwice,
            Codes(Connection(host, port), Connection(other, otherPort)).Contains("system.connection-twice")
        );

    [Fact]
    public void Is_not_found_of_two_directions() =>
        Assert.DoesNotContain(
            "system.connection-twice",
            Codes(Connection("a.example.jp", 443), Connection("a.example.jp", null, "inbound"))
        );

    private static IEnumerable<string> Codes(params JsonNode[] connections) =>
        Sample
            .SystemWith(json =>
            {
                var first = json["connections"]![0]!;
                foreach (var connection in connections)
                foreach (var member in new[] { "purpose", "zone", "approvedOn" })
                    connection[member] = first[member]!.DeepClone();
                json["connections"] = new JsonArray(connections);
            })
            .Problems.Select(p => p.Code);

    private static JsonObject Connection(string host, int? port, string? direction = null)
    {
        var connection = new JsonObject { ["host"] = host };
        if (port is not null)
            connection["port"] = port;
        if (direction is not null)
            connection["direction"] = direction;
        return connection;
    }
}
