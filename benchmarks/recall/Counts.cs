/// <summary>What one set came to.</summary>
internal sealed class Counts
{
    public int Files { get; set; }
    public int Positive { get; set; }
    public int Found { get; set; }
    public int Negative { get; set; }
    public int Wrong { get; set; }
    public int Elsewhere { get; set; }
}
