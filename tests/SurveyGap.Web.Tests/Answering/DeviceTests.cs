using Microsoft.AspNetCore.Http;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

public sealed class DeviceTests
{
    private static readonly Guid Wave = Guid.NewGuid();

    private static readonly Link Found = new() { Client = Guid.NewGuid(), Wave = Wave, Invitation = Guid.NewGuid() };

    [Fact]
    public void The_cookie_is_bound_to_its_wave_and_closed_to_scripts()
    {
        var cookie = Sent(Device.New(LinkKind.Personal, "token", Found.Client, Found.Invitation));

        Assert.StartsWith($"__Host-survey-{Wave:N}=", cookie, StringComparison.Ordinal);
        Assert.All(["path=/", "secure", "httponly", "samesite=lax", "expires="], rule => Assert.Contains(rule, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_same_link_keeps_the_secret_that_opens_the_draft()
    {
        var device = Device.New(LinkKind.Personal, "token", Found.Client, Found.Invitation);

        Assert.Equal(device.Secret, Device.Opening(LinkKind.Personal, "token", Found, With(device)).Secret);
    }

    [Fact]
    public void Another_link_on_the_same_device_gets_another_secret_and_breaks_the_binding()
    {
        var first = Device.New(LinkKind.Personal, "token of Ana", Found.Client, Found.Invitation);
        var second = Device.Opening(LinkKind.Personal, "token of Ben", Found with { Invitation = Guid.NewGuid() }, With(first));

        Assert.NotEqual(first.Secret, second.Secret);
        Assert.False(second.IsBoundTo(first.Binding));
        Assert.True(second.IsBoundTo(second.Binding));
    }

    [Fact]
    public void A_forged_form_is_bound_to_nothing() =>
        Assert.All([null, "", "AAAA"], binding => Assert.False(Device.New(LinkKind.Personal, "token", Found.Client, Found.Invitation).IsBoundTo(binding)));

    [Theory]
    [InlineData("")]
    [InlineData("r.token")]
    [InlineData("r.token.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("r.token.client.invitation.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x.token.00000000000000000000000000000000.00000000000000000000000000000000.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("r.token.00000000000000000000000000000000.00000000000000000000000000000000.short")]
    [InlineData("r.token.00000000000000000000000000000000.00000000000000000000000000000000.!!!!!!!!!!!!!!!!!!!!!!")]
    public void A_cookie_that_we_did_not_write_is_none(string value) =>
        Assert.Null(Device.Read(Request(value), Wave));

    [Fact]
    public void Its_secrets_are_not_printed() =>
        Assert.DoesNotContain("token", $"{Device.New(LinkKind.Personal, "token", Found.Client, Found.Invitation)}", StringComparison.Ordinal);

    private static HttpRequest With(Device device) => Request(Sent(device).Split('=', 2)[1].Split(';')[0]);

    private static HttpRequest Request(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"__Host-survey-{Wave:N}={cookie}";
        return context.Request;
    }

    private static string Sent(Device device)
    {
        var context = new DefaultHttpContext();
        device.Write(context.Response, Wave, DateTimeOffset.UnixEpoch.AddYears(60));
        return context.Response.Headers.SetCookie.ToString();
    }
}
