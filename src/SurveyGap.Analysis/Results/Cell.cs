using System.Diagnostics.CodeAnalysis;

namespace SurveyGap.Analysis.Results;

/// <summary>Why a cell shows nothing, not even its «cannot judge».</summary>
public enum Withheld
{
    /// <summary>Fewer persons than the minimum.</summary>
    TooFew,

    /// <summary>Shown, it would reveal another cell that is withheld, by subtraction from the whole.</summary>
    Complementary,

    /// <summary>A small cell of employees that is all of one opinion: it would tell everybody's answer.</summary>
    Unanimous,

    /// <summary>Could be derived from, or is made of, what is withheld.</summary>
    Derivable,
}

/// <summary>A figure that may be shown, or the reason why not. There is no third state, and no way past it.</summary>
/// <typeparam name="T">What is shown.</typeparam>
public sealed record Cell<T>
    where T : class
{
    private Cell(T? value, Withheld? withheld) => (Value, Withheld) = (value, withheld);

    /// <summary>The figure; null if withheld.</summary>
    public T? Value { get; }

    /// <summary>Why it is withheld; null if shown.</summary>
    public Withheld? Withheld { get; }

    /// <summary>Whether the figure is shown.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Withheld))]
    public bool IsShown => Value is not null;

    /// <summary>A figure that is shown.</summary>
    public static implicit operator Cell<T>(T value) => new(value, null);

    /// <summary>A figure that is withheld.</summary>
    public static implicit operator Cell<T>(Withheld reason) => new(null, reason);

    /// <summary>The same cell seen through a function: what is withheld stays withheld for the same reason.</summary>
    public Cell<TResult> Select<TResult>(Func<T, TResult> selector)
        where TResult : class => IsShown ? selector(Value) : new Cell<TResult>(null, Withheld);
}
