namespace PolicyKit.Analyzers.Topics.Web;

internal enum EndpointKind
{
    Mapped,
    Controller,

    /// <summary>A page known by its model alone, whose path is not in the compilation.</summary>
    Page,

    /// <summary>A page whose path the compiler of Razor wrote down.</summary>
    PageByPath,
    Component,
}
