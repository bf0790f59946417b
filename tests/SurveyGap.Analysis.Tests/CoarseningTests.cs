using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>What closing leaves of segments.</summary>
public sealed class CoarseningTests
{
    private static readonly int K = Thresholds.Default.Minimum;

    [Fact]
    public void Every_stored_combination_withheld_included_is_shared_by_five() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        foreach (var combination in wave.Stored.Where(NotExecutive).GroupBy(Key))
        {
            var audience = wave.Stored.Count(response => response.Audience == combination.First().Audience);
            Assert.True(combination.Count() >= Math.Min(K, audience), $"{combination.Key} is shared by {combination.Count()} of {audience}");
        }
    }, times: 500);

    [Fact]
    public void Values_are_kept_or_withheld_never_changed_and_answers_stay() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        foreach (var (raw, stored) in wave.Raw.Zip(wave.Stored))
        {
            Assert.Same(raw.Answers, stored.Answers);
            Assert.Equal(raw.Audience, stored.Audience);
            Assert.All(raw.Segments.Zip(stored.Segments), value => Assert.True(value.Second is null || value.Second == value.First));
        }
    });

    [Fact]
    public void Executives_carry_no_segments() => Assert.All(
        Coarsening.Of([.. Many(20, Audience.Executive, "CH", "web")], Thresholds.Default), response => Assert.Equal([null, null], response.Segments));

    [Fact]
    public void Combinations_that_are_shared_by_enough_stay_as_they_are()
    {
        Response[] wave = [.. Many(5, Audience.Customer, "CH", "web"), .. Many(5, Audience.Customer, "AT", null)];
        Assert.All(wave.Zip(Coarsening.Of(wave, Thresholds.Default)), pair => Assert.Equal(pair.First.Segments, pair.Second.Segments));
    }

    [Fact]
    public void The_rarest_value_is_withheld_first()
    {
        // Three in CH by mail: fewer answered by mail (6) than in CH (23), so the channel goes, and with it that of the three in AT by mail.
        var stored = Coarsening.Of(
            [.. Many(20, Audience.Customer, "CH", "web"), .. Many(3, Audience.Customer, "CH", "mail"), .. Many(2, Audience.Customer, "CH", "phone"),
                .. Many(20, Audience.Customer, "AT", "web"), .. Many(3, Audience.Customer, "AT", "mail"), .. Many(2, Audience.Customer, "AT", "phone")],
            Thresholds.Default);
        Assert.Equal(
            ["AT/ 5", "AT/web 20", "CH/ 5", "CH/web 20"],
            stored.GroupBy(response => string.Join('/', response.Segments)).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Those_left_without_a_value_are_joined_by_the_smallest_combination()
    {
        var stored = Coarsening.Of(
            [.. Many(2, Audience.Employee, "LI"), .. Many(6, Audience.Employee, "AT"), .. Many(30, Audience.Employee, "CH")], Thresholds.Default);
        Assert.Equal((8, 30), (stored.Count(response => response.Segments[0] is null), stored.Count(response => response.Segments[0] == "CH")));
    }

    [Fact]
    public void Answers_through_an_open_link_lift_nobody_over_the_minimum()
    {
        var stored = Coarsening.Of(
            [
                .. Many(3, Audience.Customer, "LI"),
                .. Many(10, Audience.Customer, "LI").Select(response => response with { ThroughOpenLink = true }),
                .. Many(5, Audience.Customer, "AT"),
                .. Many(9, Audience.Customer, "CH"),
            ],
            Thresholds.Default);
        Assert.Equal(["CH 9"], stored.GroupBy(response => response.Segments[0]).Where(group => group.Key is not null).Select(group => $"{group.Key} {group.Count()}"));
        Assert.All(stored, response => Assert.False(response.ThroughOpenLink));
    }

    [Fact]
    public void The_order_of_responses_does_not_matter() => Always.Holds(Always.Seed, seed =>
    {
        var raw = new RandomWave(seed).Raw.ToArray();
        var before = raw.Zip(Coarsening.Of(raw, Thresholds.Default)).ToDictionary(pair => pair.First.Answers, pair => Key(pair.Second));
        new Random(seed).Shuffle(raw);
        Assert.All(raw.Zip(Coarsening.Of(raw, Thresholds.Default)), pair => Assert.Equal(before[pair.First.Answers], Key(pair.Second)));
    });

    private static IEnumerable<Response> Many(int n, Audience audience, params string?[] segments) =>
        Enumerable.Range(0, n).Select(_ => new Response(audience, segments, []));

    private static bool NotExecutive(Response response) => response.Audience != Audience.Executive;

    private static string Key(Response response) => response.Audience + ": " + string.Join('/', response.Segments.Select(value => value ?? "–"));
}
