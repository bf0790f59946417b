# Everything that must hold before a change lands. Sourced by ./dev.

run_tests() {
    local passed=0 failed=0 skipped=0 project
    need_test_tools
    dotnet build SurveyGap.sln -c $configuration -v quiet -nologo -clp:NoSummary

    if (($# == 0)); then
        echo "Format"
        dotnet format SurveyGap.sln --verify-no-changes --no-restore || failed=1
        set -- tests/*.Tests tests/SurveyGap.EndToEnd
    fi
    for project in "$@"; do
        run_project "$(basename "$project")"
    done

    local skips=
    ((skipped == 0)) || skips=", $skipped skipped"
    echo "$passed passed, $failed failed$skips"
    ((failed == 0))
}

# Runs one test project and adds to the sums of run_tests. A project that ran no test has failed.
run_project() {
    local name=$1 log options=(-noLogo -noColor)
    [[ ${CI:-} != true ]] || options+=(-failSkips)
    echo "$name"
    log=$(mktemp)
    dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" "${options[@]}" 2>&1 |
        tee "$log" | grep -vE '^ *(Discovering|Discovered|Starting|Finished):' || true

    local summary total errors failures skips
    summary=$(grep -E 'Total: +[0-9]+' "$log" | tail -1 || true)
    rm "$log"
    total=$(number Total) errors=$(number Errors) failures=$(number Failed) skips=$(number Skipped)
    if ((total == 0)); then
        echo "$name: no test ran" >&2
        errors=1
    fi
    failed=$((failed + errors + failures))
    skipped=$((skipped + skips))
    passed=$((passed + total - failures - skips))
}

number() {
    grep -oE "$1: +[0-9]+" <<<"$summary" | grep -oE '[0-9]+' || echo 0
}
