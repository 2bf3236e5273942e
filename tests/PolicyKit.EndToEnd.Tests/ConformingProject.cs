namespace PolicyKit.EndToEnd.Tests;

/// <summary>The conforming example, restored once.</summary>
public sealed class ConformingProject : OutsideProject
{
    public ConformingProject()
    {
        CopyExample("sewerage-billing");
        Restore();
    }
}
