using System.Data;
using Dapper;

namespace SurveyGap.Web.Platform.Database;

/// <summary>Lets rows and parameters be <see cref="DateTimeOffset"/>: Npgsql reads and writes UTC only.</summary>
internal sealed class UtcTime : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;

    public override DateTimeOffset Parse(object value) => new((DateTime)value);
}
