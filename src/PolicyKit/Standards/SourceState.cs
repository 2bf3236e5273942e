namespace PolicyKit.Standards;

/// <summary>How far what the standard says was found in its sources.</summary>
public enum SourceState
{
    /// <summary>照合済み: the sources say so.</summary>
    Confirmed,

    /// <summary>一部照合: the sources say part of it.</summary>
    Partly,

    /// <summary>PolicyKitの既定: no source asks for it.</summary>
    Own,

    /// <summary>訂正済み: an earlier edition said otherwise than the sources do, and was mended.</summary>
    Mended,

    /// <summary>出典未確認: a source may ask for it, but none that could be read does.</summary>
    NotFound,
}
