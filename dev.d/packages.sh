# What the machine must have beside the .NET SDK. Sourced by ./dev.

need_postgresql() {
    has_postgresql || install "PostgreSQL 15 or newer" postgresql
}

need_test_tools() {
    need_postgresql
    local -A package_of=([chromium-headless-shell]=chromium-headless-shell [pdftotext]=poppler-utils [qpdf]=qpdf [mutool]=mupdf-tools [gs]=ghostscript
        [aiosmtpd]=python3-aiosmtpd [dkimverify]=python3-dkim [soffice]=libreoffice-calc-nogui [pspp]=pspp
        [node]=nodejs [npm]=npm)
    local command missing=()
    for command in "${!package_of[@]}"; do
        command -v "$command" >/dev/null || missing+=("${package_of[$command]}")
    done
    # Chromium draws no text without a font.
    [[ -n $(find /usr/share/fonts -name '*.ttf' -print -quit 2>/dev/null) ]] || missing+=(fonts-liberation)
    ((${#missing[@]} == 0)) || install "for the tests" "${missing[@]}"
}

need_proxies() {
    need_postgresql
    local -A package_of=([nginx]=nginx-light [pgbouncer]=pgbouncer)
    local command missing=()
    for command in "${!package_of[@]}"; do
        command -v "$command" >/dev/null || command -v "/usr/sbin/$command" >/dev/null || missing+=("${package_of[$command]}")
    done
    ((${#missing[@]} == 0)) || install "for two instances" "${missing[@]}"
}

# The app looks in the same places, see EmbeddedPostgres.
has_postgresql() {
    local folder version
    for folder in /usr/lib/postgresql/*/bin ${PATH//:/ } /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
        [[ -x $folder/postgres && -x $folder/initdb ]] || continue
        version=$("$folder/postgres" --version | grep -oE '[0-9]+' | head -1)
        ((version < 15)) || return 0
    done
    return 1
}

# install WHY PACKAGE…: as root or with a sudo that asks nothing; else says what to do.
install() {
    local why=$1 sudo=()
    shift
    ((EUID == 0)) || sudo=(sudo -n)
    if ! command -v apt-get >/dev/null || ! "${sudo[@]}" true 2>/dev/null; then
        printf 'Missing (%s). Please install: %s\n' "$why" "$*" >&2
        exit 1
    fi
    echo "Installing ($why): $*" >&2
    # The app runs a private cluster of its own; Debian's default cluster would only occupy port 5432.
    "${sudo[@]}" mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | "${sudo[@]}" tee /etc/postgresql-common/createcluster.d/surveygap.conf >/dev/null
    "${sudo[@]}" apt-get update -qq >&2
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}
