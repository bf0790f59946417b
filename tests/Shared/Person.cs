namespace SurveyGap.Testing;

/// <summary>The cast of all tests.</summary>
/// <param name="Name">Also the first part of the address.</param>
public sealed record Person(string Name)
{
    /// <summary>Consultant at <see cref="Cast.Alpenblick"/>.</summary>
    public static readonly Person Ana = new("Ana");

    /// <summary>Reads at the same client.</summary>
    public static readonly Person Ben = new("Ben");

    /// <summary>Consultant at another client, <see cref="Cast.Bergbahn"/>.</summary>
    public static readonly Person Cleo = new("Cleo");

    /// <summary>Runs the installation; belongs to no client.</summary>
    public static readonly Person Dora = new("Dora");

    /// <summary>Was consultant at the first client; the account is disabled.</summary>
    public static readonly Person Emil = new("Emil");

    /// <summary>Belongs to no client; what administrators do is done to him.</summary>
    public static readonly Person Jakob = new("Jakob");

    public const string Password = "drei Ziegen im Garten";

    public static IReadOnlyList<Person> All { get; } = [Ana, Ben, Cleo, Dora, Emil, Jakob];

    public string Email => $"{Name.ToLowerInvariant()}@example.org";

    /// <summary>The same in every run.</summary>
    public Guid Id { get; } = new([.. System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Name)).Take(16)]);
}
