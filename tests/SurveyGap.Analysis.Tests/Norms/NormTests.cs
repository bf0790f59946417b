using SurveyGap.Analysis.Norms;

namespace SurveyGap.Analysis.Tests.Norms;

public sealed class NormTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    [Fact]
    public void A_norm_is_the_median_of_the_clients_to_a_tenth()
    {
        var norm = Basis([(3.12, 0.9), (3.30, 0.4), (3.46, 0.55), (4.0, -0.2), (2.0, 1.8)]).Norm;

        Assert.Equal(new Norm("access", 3.3, 0.6, 5), norm);
    }

    [Fact]
    public void Of_an_even_number_of_clients_it_is_the_mean_of_the_two_in_the_middle() =>
        Assert.Equal(3.4, Basis([(1, 0), (2, 0), (3.3, 0), (3.5, 0), (4, 0), (5, 0)]).Norm!.Mean);

    [Fact]
    public void Four_clients_are_no_norm() => Assert.Null(Basis([(3, 0), (3, 0), (3, 0), (3, 0)]).Norm);

    [Fact]
    public void The_viewers_own_waves_do_not_count() =>
        Assert.Null(NormBasis.Of("access", Waves([(3, 0), (3, 0), (3, 0), (3, 0), (3, 0)]), viewer: "client 2", Today).Norm);

    [Fact]
    public void Waves_of_the_year_count_and_older_ones_do_not()
    {
        var old = Waves([(3, 0)]).Select(wave => wave with { Closed = Today.AddYears(-1) });
        var young = Waves([(3, 0)]).Select(wave => wave with { Closed = Today.AddYears(-1).AddDays(1) });

        Assert.Empty(NormBasis.Of("access", old, "viewer", Today).Clients);
        Assert.Single(NormBasis.Of("access", young, "viewer", Today).Clients);
    }

    [Fact]
    public void A_client_with_many_waves_has_one_voice()
    {
        var busy = Enumerable.Range(0, 9).Select(_ => new Contribution("busy", "access", Today, new Standing(5, 2)));

        var norm = NormBasis.Of("access", [.. busy, .. Waves([(3, 0), (3, 0), (3, 0), (3, 0)])], "viewer", Today).Norm;

        Assert.Equal(new Norm("access", 3, 0, 5), norm);
    }

    [Fact]
    public void Two_changes_leave_the_norm_as_it_was_and_three_renew_it()
    {
        var shown = Basis([(3, 0), (3, 0), (3, 0), (3, 0), (3, 0)]);
        var two = Basis([(4, 0), (4, 0), (3, 0), (3, 0), (3, 0)]);
        var oneGoneOneChangedOneNew = Basis([(3, 0), (3, 0), (3, 0), (4, 0)], (6, (2, 0)));

        Assert.Same(shown, shown.RenewedBy(two));
        Assert.Same(oneGoneOneChangedOneNew, shown.RenewedBy(oneGoneOneChangedOneNew));
    }

    [Fact]
    public void Who_withdraws_is_missing_from_the_next_norm_only()
    {
        var shown = Basis([(3, 0), (3, 0), (3, 0), (3, 0), (3, 0)]);

        Assert.NotNull(shown.RenewedBy(Basis([(3, 0), (3, 0), (3, 0), (3, 0)])).Norm);
    }

    private static NormBasis Basis((double Mean, double Gap)[] clients, params (int Client, (double Mean, double Gap) Standing)[] others) => NormBasis.Of(
        "access",
        [
            .. Waves(clients),
            .. others.Select(other => new Contribution($"client {other.Client}", "access", Today, new Standing(other.Standing.Mean, other.Standing.Gap))),
            new Contribution("elsewhere", "trust", Today, new Standing(1, 4)),
        ],
        "viewer",
        Today);

    private static IEnumerable<Contribution> Waves((double Mean, double Gap)[] clients) =>
        clients.Select((client, i) => new Contribution($"client {i + 1}", "access", Today, new Standing(client.Mean, client.Gap)));
}
