namespace PolicyKit.Systems;

/// <summary>An information asset (情報資産) with its classification and how it is handled.</summary>
/// <remarks>
/// The three classes are each required: there is no default class.
/// </remarks>
public sealed record InformationAsset
{
    /// <summary>Its id within the system.</summary>
    public required SystemId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>自治体機密性.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>完全性.</summary>
    public required Integrity Integrity { get; init; }

    /// <summary>可用性.</summary>
    public required Availability Availability { get; init; }

    /// <summary>Who manages it, by role.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it is kept.</summary>
    public required string Place { get; init; }

    /// <summary>How long it is kept, in words: 5年, 契約終了まで.</summary>
    public required string Retention { get; init; }

    /// <summary>Where copies of it are.</summary>
    public ValueList<string> Copies { get; init; } = ValueList<string>.Empty;

    /// <summary>The handling restrictions (取扱制限) that apply to it.</summary>
    public ValueList<HandlingRestriction> Handling { get; init; } = ValueList<HandlingRestriction>.Empty;
}
