using System.Globalization;

namespace SurveyGap.Reports.Languages;

/// <summary>
/// Numbers and dates in the product's own formats, the same on every machine whatever its culture data say:
/// German «3,4», «1 250», «−0,5»; English “3.4”, “1,250”, “−0.5”. Two countries write something else: Germany «1.250»,
/// the United States “March 22, 2026”. What is shown is rounded here, once.
/// </summary>
public sealed class Format
{
    private const string Minus = "−";
    private const string NarrowSpace = "\u202F";

    private readonly bool _german;
    private readonly bool _monthFirst;
    private readonly NumberFormatInfo _numbers;
    private readonly string[] _months;

    private Format(bool german, string? thousands = null, bool monthFirst = false)
    {
        (_german, _monthFirst) = (german, monthFirst);
        _numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = german ? "," : ".",
            NumberGroupSeparator = thousands ?? (german ? NarrowSpace : ","),
            NegativeSign = Minus,
        };
        _months = german
            ? ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
            : ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    }

    /// <summary>Swiss German.</summary>
    public static Format German { get; } = new(german: true);

    /// <summary>English.</summary>
    public static Format English { get; } = new(german: false);

    private static readonly Format Germany = new(german: true, thousands: ".");

    private static readonly Format UnitedStates = new(german: false, monthFirst: true);

    /// <summary>German for «de», English for every other language; as a country writes it.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="country">Two capitals; null for what is nobody's in particular.</param>
    public static Format Of(string language, string? country = null) => (language, country) switch
    {
        ("de", "DE") => Germany,
        ("de", _) => German,
        (_, "US") => UnitedStates,
        _ => English,
    };

    /// <summary>The number as it is shown anywhere: halves away from zero, and a zero without a sign.</summary>
    public static double Round(double value, int decimals = 1)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }

    /// <summary>«3,4»; always so many decimals, never «−0,0».</summary>
    public string Number(double value, int decimals = 1) =>
        Round(value, decimals).ToString(decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals), _numbers);

    /// <summary>«+1,4», «−0,5»; a zero carries no sign.</summary>
    public string WithSign(double value, int decimals = 1) =>
        Round(value, decimals) > 0 ? "+" + Number(value, decimals) : Number(value, decimals);

    /// <summary>«1 250».</summary>
    public string Count(long value) => Number(value, 0);

    /// <summary>A share 0 to 1 as «7 %», or “7%”.</summary>
    public string Percent(double share) => Number(share * 100, 0) + (_german ? NarrowSpace + "%" : "%");

    /// <summary>«[1,0; 1,8]».</summary>
    public string Interval(double low, double high, int decimals = 1) =>
        $"[{Number(low, decimals)}; {Number(high, decimals)}]";

    /// <summary>«22. März 2026», “22 March 2026”, “March 22, 2026”.</summary>
    public string Date(DateOnly date) => $"{DayOfMonth(date)}{(_monthFirst ? "," : "")} {Year(date)}";

    /// <summary>«2. bis 22. März 2026», “2 to 22 March 2026”, shortened as far as both dates agree.</summary>
    public string Dates(DateOnly from, DateOnly to)
    {
        if (from == to)
            return Date(from);
        if (from.Year != to.Year)
            return $"{Date(from)} {To} {Date(to)}";
        if (from.Month != to.Month)
            return $"{DayOfMonth(from)} {To} {Date(to)}";
        return _monthFirst ? $"{DayOfMonth(from)} {To} {Day(to)}, {Year(to)}" : $"{Day(from)} {To} {Date(to)}";
    }

    private string To => _german ? "bis" : "to";

    private string DayOfMonth(DateOnly date) => _monthFirst ? $"{_months[date.Month - 1]} {Day(date)}" : $"{Day(date)} {_months[date.Month - 1]}";

    private string Day(DateOnly date) => date.Day.ToString(CultureInfo.InvariantCulture) + (_german ? "." : "");

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
