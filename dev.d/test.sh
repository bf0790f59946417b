# Everything that must hold before a change lands. Sourced by ./dev.

run_tests() {
    local logs
    logs=$(mktemp -d)
    need_test_tools
    # None of these processes lives long enough to get back what it costs to watch itself for the optimizer.
    export DOTNET_TieredPGO=0
    # One compiler for all projects, be the environment of another opinion: it is slow until it is warm. Publishing uses it too.
    export UseSharedCompilation=true
    # Style and analyzers are errors of the build; what they do not see, the format check and the architecture tests do.
    dotnet build SurveyGap.sln -c $configuration -v quiet -nologo -clp:NoSummary

    if (($# > 0)); then
        run_parts "$@"
    else
        # Two at a time: a browser test waits for its pages, a test of the database for the disk.
        run_parts tests/SurveyGap.EndToEnd &
        run_parts format tests/*.Tests
        wait
    fi
    sum_up
}

run_parts() {
    local part
    for part in "$@"; do
        run_part "$(basename "$part")"
    done
}

# Runs the check of the format or one test project, and prints what it said once it is over: another one runs beside it.
run_part() {
    local name=$1 log=$logs/$1 began=$SECONDS
    case $name in
        format) check_format || echo "Total: 0, Errors: 1" ;;
        *) run_project "$name" || true ;;
    esac >"$log" 2>&1
    {
        flock 9
        echo "$name, $((SECONDS - began)) s"
        grep -vE '^ *(Discovering|Discovered|Starting|Finished):' "$log" || true
    } 9>"$logs/.lock"
}

# Files alone, without the projects they belong to: seconds instead of minutes.
check_format() {
    dotnet format whitespace --folder . --exclude '**/bin/' '**/obj/' --verify-no-changes
}

run_project() {
    local name=$1 options=(-noLogo -noColor)
    [[ ${CI:-} != true ]] || options+=(-failSkips)
    dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" "${options[@]}"
}

# Adds up the last line of each log. A project that ran no test has failed.
sum_up() {
    local log summary passed=0 failed=0 skipped=0
    for log in "$logs"/*; do
        summary=$(grep -E 'Total: +[0-9]+' "$log" | tail -1 || true)
        [[ $(basename "$log") == format ]] || (($(number Total) > 0)) || failed=$((failed + 1))
        failed=$((failed + $(number Errors) + $(number Failed)))
        skipped=$((skipped + $(number Skipped)))
        passed=$((passed + $(number Total) - $(number Failed) - $(number Skipped)))
    done
    rm -r "$logs"

    echo "$passed passed, $failed failed$( ((skipped == 0)) || echo ", $skipped skipped")"
    ((failed == 0))
}

number() {
    grep -oE "$1: +[0-9]+" <<<"$summary" | grep -oE '[0-9]+' || echo 0
}
