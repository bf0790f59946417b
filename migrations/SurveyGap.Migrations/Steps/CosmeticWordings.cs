using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Who says that a new wording asks the same as the old one says so for good: trends rest on it.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class CosmeticWordings : Step
{
    public const string Id = "0015_cosmetic_wordings";

    protected override string Sql => """
        -- Keys of the questions whose wording this version changed without a new key, although a wave had asked them.
        alter table questionnaire_version add column cosmetic text[] not null default '{}';
        """;
}
