using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations;

/// <summary>A step is named by its id. The framework's own generator takes only ids that begin with fourteen digits for ids.</summary>
internal sealed class StepIds : IMigrationsIdGenerator
{
    public string GenerateId(string name) => name;

    public string GetName(string id) => id;

    public bool IsValidId(string value) => true;
}
