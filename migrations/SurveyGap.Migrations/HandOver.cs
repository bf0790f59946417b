namespace SurveyGap.Migrations;

/// <summary>For steps that add a «security definer» function. Frozen: steps that ran were made of these words.</summary>
internal static class HandOver
{
    /// <summary>Makes all of them the resolver's, callable by the app's role and nobody else.</summary>
    // To hand them over, the owner is a member for a moment: a lasting one would see through the resolver's policies.
    public const string ToResolver = """

        do $$
        declare
            f regprocedure;
        begin
            execute format('grant surveygap_resolver to %I', current_user);
            grant create on schema public to surveygap_resolver;
            for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
                execute format('alter function %s owner to surveygap_resolver', f);
                execute format('revoke all on function %s from public', f);
                execute format('grant execute on function %s to surveygap_app', f);
            end loop;
            revoke create on schema public from surveygap_resolver;
            execute format('revoke surveygap_resolver from %I', current_user);
        end $$;

        """;
}
