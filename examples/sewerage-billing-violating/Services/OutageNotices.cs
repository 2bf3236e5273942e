using PolicyKit.Annotations;

namespace SewerageBilling.Services;

/// <summary>Posts that works close a street.</summary>
[SnsAccount("moh_gesui")]
public interface IOutageNotices
{
    Task PostAsync(string text);
}
