namespace PolicyKit.Systems;

/// <summary>How communication between zones is sanitised (無害化通信).</summary>
public enum SanitizationMethod
{
    /// <summary>メール本文のテキスト化.</summary>
    MailToText,

    /// <summary>画面転送.</summary>
    ScreenTransfer,

    /// <summary>ファイルの危険因子の除去 (CDR).</summary>
    FileCdr,

    /// <summary>ファイルの画像PDFへの変換.</summary>
    FileToImagePdf,

    /// <summary>無害化しない.</summary>
    None,
}
