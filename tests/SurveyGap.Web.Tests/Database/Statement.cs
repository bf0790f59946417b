using System.Reflection;
using System.Runtime.CompilerServices;
using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Tests.Database;

/// <summary>
/// A statement of a store, with what its code passes in and expects back. The convention: a <c>const string</c> whose name
/// ends with «Sql», given to a method of Dapper, to the scope, or to a method of the store that does so: the row is the type in the angle
/// brackets, the parameters are the object in the same call. Both are read from the compiled code, nothing has to be declared.
/// COPY, which cannot be prepared, is left to the tests of its feature.
/// </summary>
internal sealed record Statement(string Name, string Sql, MethodInfo? Call, Type? Parameters)
{
    /// <summary>The statements of every store of the program.</summary>
    public static IReadOnlyList<Statement> All { get; } = typeof(SurveyGapApp).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Store", StringComparison.Ordinal))
        .SelectMany(OfStore)
        .ToList();

    /// <summary>What a row becomes; null if no row is read.</summary>
    public Type? Row => Call is { IsGenericMethod: true } ? Call.GetGenericArguments()[0] : null;

    /// <summary>Whether it makes a temporary table that other statements of the store name.</summary>
    public bool Prepares => Sql.StartsWith("create temp", StringComparison.Ordinal);

    /// <summary>An object with the call's parameters, all empty.</summary>
    public object? EmptyParameters() => Parameters?.GetConstructors()[0] is { } constructor
        ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Empty(parameter.ParameterType))])
        : null;

    private static IEnumerable<Statement> OfStore(Type store)
    {
        var calls = Methods(store).SelectMany(CallsWithText).ToLookup(call => call.Text);
        var constants = store.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => field.IsLiteral && field.Name.EndsWith("Sql", StringComparison.Ordinal))
            .Select(field => (field.Name, Sql: (string)field.GetRawConstantValue()!))
            .Where(field => !field.Sql.StartsWith("copy ", StringComparison.Ordinal))
            .ToList();
        return constants
            // A part of other statements is swept with them.
            .Where(field => calls.Contains(field.Sql) || !constants.Any(other => other != field && other.Sql.Contains(field.Sql, StringComparison.Ordinal)))
            .SelectMany(field => calls[field.Sql].DefaultIfEmpty(), (field, call) => new Statement($"{store.Name}.{field.Name}", field.Sql, call.Call, call.Parameters));
    }

    // Lambdas and async methods live in nested types that the compiler makes.
    private static IEnumerable<MethodBase> Methods(Type type) => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Concat(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Methods));

    private static IEnumerable<(string Text, MethodInfo? Call, Type? Parameters)> CallsWithText(MethodBase method)
    {
        string? text = null;
        Type? parameters = null;
        foreach (var instruction in Instructions.Of(method))
        {
            switch (instruction)
            {
                case string loaded:
                    (text, parameters) = (loaded, null);
                    break;
                case ConstructorInfo { DeclaringType: { } made } when made.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && made.Name.Contains("AnonymousType", StringComparison.Ordinal):
                    parameters = made;
                    break;
                case MethodInfo call when text is not null && (call.DeclaringType == typeof(SqlMapper) || IsAsked(call)):
                    yield return (text, call, parameters);
                    text = null;
                    break;
                case MethodInfo call when text is not null && Helper(call, method) is { } helper:
                    yield return (text, helper, parameters);
                    text = null;
                    break;
            }
        }
    }

    // The scope gives the text to Dapper, and the row and the parameters with it.
    private static bool IsAsked(MethodInfo call) =>
        call.DeclaringType == typeof(ClientScope) && call.GetParameters()[0].ParameterType == typeof(string);

    // What a method of the same store does with a text that it is given.
    private static MethodInfo? Helper(MethodInfo called, MethodBase caller) =>
        called.GetParameters().Any(parameter => parameter.ParameterType == typeof(string)) && Store(called) == Store(caller)
            ? Reached(called).SelectMany(Instructions.Of).OfType<MethodInfo>().FirstOrDefault(call => call.DeclaringType == typeof(SqlMapper))
            : null;

    // A method, the lambdas in it, and where the compiler moved the bodies of those that await.
    private static IEnumerable<MethodBase> Reached(MethodBase method) =>
    [
        method,
        .. Instructions.Of(method).OfType<MethodInfo>().Where(lambda => lambda.Name.StartsWith('<') && Store(lambda) == Store(method)).SelectMany(Reached),
        .. method.GetCustomAttribute<AsyncStateMachineAttribute>() is { } machine ? Methods(machine.StateMachineType) : [],
    ];

    private static Type Store(MethodBase method)
    {
        var type = method.DeclaringType!;
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static object? Empty(Type type) =>
        type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : type == typeof(string) ? ""
        : null;
}
