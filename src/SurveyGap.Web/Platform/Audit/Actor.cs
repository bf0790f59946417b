using System.Runtime.InteropServices;

namespace SurveyGap.Web.Platform.Audit;

/// <summary>Who does something: an account, a program by its key, or neither (the calendar, the command line).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Actor(Guid? Account, Guid? Key = null)
{
    /// <summary>A person, or nobody who is signed in.</summary>
    public static implicit operator Actor(Guid? account) => new(account);

    /// <summary>A program.</summary>
    public static Actor OfKey(Guid key) => new(Account: null, key);
}
