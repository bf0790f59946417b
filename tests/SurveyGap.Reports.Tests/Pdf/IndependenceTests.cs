using System.Reflection;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Tests.Pdf;

/// <summary>The writer knows nothing of surveys, so that a library could take its place.</summary>
public sealed class IndependenceTests
{
    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_member_of_the_writer_names_a_type_of_the_product()
    {
        var writer = typeof(PdfDocument).Assembly.GetTypes().Where(IsOfTheWriter).ToList();
        Assert.NotEmpty(writer);
        Assert.DoesNotContain(writer.SelectMany(NamedTypes), type => IsOfTheProduct(type) && !IsOfTheWriter(type));
    }

    private static IEnumerable<Type> NamedTypes(Type type) =>
        type.GetMembers(Everything).SelectMany(member => member switch
        {
            FieldInfo field => [field.FieldType],
            MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []),
            _ => Enumerable.Empty<Type>(),
        });

    private static bool IsOfTheProduct(Type type) => type.Namespace?.StartsWith("SurveyGap", StringComparison.Ordinal) == true;

    private static bool IsOfTheWriter(Type type) => type.Namespace?.StartsWith("SurveyGap.Reports.Pdf", StringComparison.Ordinal) == true;
}
