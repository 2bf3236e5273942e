using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

internal enum EndpointKind
{
    Mapped,
    Controller,
    Page,
}
