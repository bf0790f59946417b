using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Platform.Health;

namespace SurveyGap.Web.Tests.Platform;

/// <summary>What those meet who are connected while an instance stops.</summary>
public sealed class FarewellTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_new_can_connect_and_each_reply_ends_its_connection()
    {
        using var browser = app.Anonymous();
        using var before = await Get(browser);
        await using var door = await app.Services.GetRequiredService<Farewell>().BindAsync(new IPEndPoint(IPAddress.Loopback, 0), Stop);

        var leaving = door.UnbindAsync(Stop);
        using var last = await Get(browser);

        Assert.Null(before.Headers.ConnectionClose);
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.True(last.Headers.ConnectionClose);
        using var late = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await late.ConnectAsync((IPEndPoint)door.EndPoint, Stop));
        await leaving;
    }

    [Fact]
    public async Task Who_has_no_time_left_leaves_at_once_and_without_a_fault()
    {
        await using var door = await app.Services.GetRequiredService<Farewell>().BindAsync(new IPEndPoint(IPAddress.Loopback, 0), Stop);

        await door.UnbindAsync(new CancellationToken(canceled: true));

        using var late = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await late.ConnectAsync((IPEndPoint)door.EndPoint, Stop));
    }

    private static Task<HttpResponseMessage> Get(HttpClient browser) => browser.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
}
