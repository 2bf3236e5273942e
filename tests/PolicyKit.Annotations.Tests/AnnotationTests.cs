using Microsoft.Extensions.Compliance.Classification;
using PolicyKit.Annotations;

namespace PolicyKit.Annotations.Tests;

public sealed class AnnotationTests
{
    [Satisfies("technical.access-control", How = "試験")]
    private sealed class Resident
    {
        [Confidentiality3B]
        public string FullName { get; init; } = "";
    }

    [Fact]
    public void The_classification_is_one_that_the_framework_knows()
    {
        var attribute = Assert.Single(
            typeof(Resident)
                .GetProperty(nameof(Resident.FullName))!
                .GetCustomAttributes(typeof(DataClassificationAttribute), true)
        );
        Assert.Equal(MunicipalConfidentiality.Level3B, ((DataClassificationAttribute)attribute).Classification);
    }

    [Fact]
    public void Every_level_has_its_own_classification() =>
        Assert.Equal(
            5,
            typeof(MunicipalConfidentiality).GetProperties().Select(p => p.GetValue(null)).Distinct().Count()
        );

    [Fact]
    public void Satisfies_carries_the_id_and_the_sentence()
    {
        var attribute = (SatisfiesAttribute)
            Assert.Single(typeof(Resident).GetCustomAttributes(typeof(SatisfiesAttribute), false));
        Assert.Equal(("technical.access-control", "試験"), (attribute.Id, attribute.How));
    }

    [NetworkZone("my-number")]
    [ExternalService("bank-transfer")]
    [ExternalService("map")]
    [SnsAccount("water_example")]
    private sealed class Notice;

    [Fact]
    public void What_names_a_declared_thing_carries_its_id()
    {
        var attributes = typeof(Notice).GetCustomAttributes(false);
        Assert.Equal("my-number", attributes.OfType<NetworkZoneAttribute>().Single().Id);
        Assert.Equal(["bank-transfer", "map"], attributes.OfType<ExternalServiceAttribute>().Select(a => a.Id).Order());
        Assert.Equal("water_example", attributes.OfType<SnsAccountAttribute>().Single().Id);
    }
}
