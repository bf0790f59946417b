using Microsoft.AspNetCore.Identity;

namespace SurveyGap.Web.Features.Accounts;

public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds)
        .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
        .AddSingleton<Passwords>()
        .AddSingleton<PasswordLink>()
        .AddSingleton<AccountStore>()
        .AddSingleton<SignInStore>()
        .AddSingleton<PendingSignIn>()
        .AddSingleton<OwnPassword>()
        .AddSingleton<NewAccount>();
}
