namespace SewerageBilling.Services;

/// <summary>Drafts answers to inquiries.</summary>
public sealed class InquiryAssistant(HttpClient http)
{
    private const string CompletionUrl = "https://api.openai.com/v1/chat/completions";

    public async Task<string> DraftAsync(string inquiry)
    {
        using var response = await http.PostAsJsonAsync(CompletionUrl, new { model = "gpt-4o", input = inquiry });
        return await response.Content.ReadAsStringAsync();
    }
}
