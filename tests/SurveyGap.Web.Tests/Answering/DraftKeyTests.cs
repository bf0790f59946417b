using System.Security.Cryptography;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

public sealed class DraftKeyTests
{
    private static readonly Guid Wave = Guid.NewGuid();
    private static readonly byte[] Device = RandomNumberGenerator.GetBytes(16);
    private static readonly Draft Draft = new([1, 2, 3], new Dictionary<string, string> { ["people"] = "freundlich" }, 6, 2);

    [Fact]
    public void The_same_device_finds_its_draft_again()
    {
        var closed = new DraftKey(Device, Wave).Close(Draft);

        var opened = new DraftKey(Device, Wave).Open(closed)!;

        Assert.Equal(Draft.Answers, opened.Answers);
        Assert.Equal(Draft.Comments, opened.Comments);
        Assert.Equal((Draft.PagesSent, Draft.PagesAsked), (opened.PagesSent, opened.PagesAsked));
    }

    [Fact]
    public void Another_device_looks_elsewhere_and_could_not_read_it()
    {
        var other = new DraftKey(RandomNumberGenerator.GetBytes(16), Wave);

        Assert.NotEqual(new DraftKey(Device, Wave).Place, other.Place);
        Assert.Null(other.Open(new DraftKey(Device, Wave).Close(Draft)));
    }

    [Fact]
    public void The_same_device_in_another_wave_looks_elsewhere() =>
        Assert.NotEqual(new DraftKey(Device, Wave).Place, new DraftKey(Device, Guid.NewGuid()).Place);
}
