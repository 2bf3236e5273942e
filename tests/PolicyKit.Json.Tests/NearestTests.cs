using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

/// <summary>A name is offered only where it is near, and never where it would be another value.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("purpos", "purpose", "purpose")]
    [InlineData("hots", "host,zone", "host")]
    [InlineData("3b", "3A,3B,3C", "3B")]
    [InlineData("3D", "3A,3B,3C", null)]
    [InlineData("TLS1.1", "TLS1.2,TLS1.3", null)]
    [InlineData("wpa", "wpa2,wpa3", null)]
    [InlineData("zonez", "zonea,zoneb", null)]
    [InlineData("connection", "connections", "connections")]
    [InlineData("x", "y", null)]
    [InlineData("", "host", null)]
    public void Offers_what_was_meant(string name, string candidates, string? expected) =>
        Assert.Equal(expected, Nearest.Find(name, candidates.Split(',')));
}
