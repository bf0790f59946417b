namespace SurveyGap.Testing;

internal static class Forms
{
    /// <summary>Sends a form to an address, with the token that a page of the same browser carries.</summary>
    public static async Task<HttpResponseMessage> Post(this HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        List<KeyValuePair<string, string>> form = [KeyValuePair.Create("form-token", await TestApp.FormToken(browser, page))];
        form.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }
}
