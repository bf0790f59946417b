using FsCheck;
using FsCheck.Fluent;

namespace SurveyGap.Analysis.Tests;

/// <summary>Properties in one line: a generator and what always holds of what it makes.</summary>
internal static class Always
{
    /// <summary>Answers to one rating, of everything from nobody to a few hundred, often with empty levels.</summary>
    public static Gen<long[]> Histogram { get; } =
        Gen.Choose(0, 12).Select(value => (long)(value < 4 ? 0 : value < 8 ? value - 3 : (value - 7) * (value - 7) * 9)).ArrayOf(5);

    /// <summary>A histogram in which at least two levels occur.</summary>
    public static Gen<long[]> VaryingHistogram { get; } = Histogram.Where(counts => counts.Count(count => count > 0) >= 2);

    /// <summary>Any counts from 0 to 10⁹, in all magnitudes.</summary>
    public static Gen<long[]> AnyHistogram { get; } =
        Gen.Choose(0, 10).SelectMany(magnitude => Gen.Choose(0, 9).Select(digit => Math.Min(1_000_000_000, digit * (long)Math.Pow(10, magnitude - 1)))).ArrayOf(5);

    /// <summary>A seed for what is made at random elsewhere.</summary>
    public static Gen<int> Seed { get; } = Gen.Choose(0, int.MaxValue);

    public static void Holds<T>(Gen<T> generator, Action<T> check, int times = 200) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(times),
        Prop.ForAll(Arb.From(generator), value => check(value)));

    public static void Holds<T>(Gen<T> first, Gen<T> second, Action<T, T> check, int times = 200) =>
        Holds(first.SelectMany(_ => second, (one, other) => (one, other)), pair => check(pair.one, pair.other), times);
}
