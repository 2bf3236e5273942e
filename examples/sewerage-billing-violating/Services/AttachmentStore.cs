namespace SewerageBilling.Services;

/// <summary>申請の添付書類。</summary>
public sealed class AttachmentStore
{
    public static DriveInfo? BackupDrive() =>
        DriveInfo.GetDrives().FirstOrDefault(drive => drive.DriveType == DriveType.Removable);

    public async Task<AttachmentAudit> SaveAsync(IFormFile file, string user)
    {
        var path = Path.Combine("attachments", Path.GetRandomFileName());
        await using var target = File.Create(path);
        await file.CopyToAsync(target);
        return new AttachmentAudit(user, path, DateTime.Now);
    }
}

/// <summary>添付書類の操作の記録。</summary>
public sealed record AttachmentAudit(string User, string Path, DateTime At);
