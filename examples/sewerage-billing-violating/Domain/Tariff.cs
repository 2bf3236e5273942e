namespace SewerageBilling.Domain;

/// <summary>従量使用料の段階。</summary>
public sealed record TariffStep(decimal From, decimal PricePerCubicMetre);

/// <summary>条例の定める使用料の表。</summary>
public sealed record Tariff(int Year, decimal BaseFee, IReadOnlyList<TariffStep> Steps)
{
    public decimal FeeFor(decimal volume)
    {
        var fee = BaseFee;
        for (var i = 0; i < Steps.Count; i++)
        {
            var upper = i + 1 < Steps.Count ? Steps[i + 1].From : decimal.MaxValue;
            fee += Math.Max(0, Math.Min(volume, upper) - Steps[i].From) * Steps[i].PricePerCubicMetre;
        }

        return Math.Floor(fee);
    }
}
