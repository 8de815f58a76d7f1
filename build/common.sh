# Shared by ./run, ./test and ./synthnb; sourced, not run. Needs bash and the .NET SDK 10; installs the rest with apt-get and says so.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
published=$root/artifacts/publish/SynthNotebooks.Cli/release
tool=$published/synthnb

say() { printf '%s\n' "$*" >&2; }

fail() { say "error: $*"; exit 1; }

need_dotnet() {
    command -v dotnet >/dev/null || fail "the .NET SDK 10 is not installed (the command 'dotnet' was not found); see https://dot.net"
    case $(cd "$root" && dotnet --version 2>/dev/null) in
        1[0-9].*) ;;
        *) fail "the .NET SDK 10 or newer is needed; 'dotnet --list-sdks' shows: $(dotnet --list-sdks | tr '\n' ' ')" ;;
    esac
}

# apt_need COMMAND-OR-FILE PACKAGE...: installs the packages if the command or file is missing.
apt_need() {
    local probe=$1
    shift
    if [ -e "$probe" ] || command -v "$probe" >/dev/null; then return 0; fi
    command -v apt-get >/dev/null || fail "'$probe' is missing and there is no apt-get; install: $*"
    local sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    say "Installing with apt-get: $*"
    $sudo apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >&2 \
        || fail "apt-get could not install: $*"
}

need_jupyter() {
    apt_need /usr/lib/python3/dist-packages/nbconvert jupyter-notebook jupyter-client jupyter-nbconvert python3-nbclient python3-ipykernel
    apt_need /usr/bin/jupyter-notebook jupyter-notebook
}

# The browser that the tests drive, and JupyterLab's own client as the lock file pins it.
need_browser() {
    apt_need chromium chromium
    apt_need node nodejs
    apt_need npm npm
    local source=$root/tests/jupyter/lab-client client=$root/artifacts/lab-client
    mkdir -p "$client"
    cp "$source/client.js" "$client/"
    if [ -d "$client/node_modules" ] && cmp -s "$source/package-lock.json" "$client/package-lock.json"; then return 0; fi
    cp "$source/package.json" "$source/package-lock.json" "$client/"
    say "Installing JupyterLab's client with npm"
    npm ci --prefix "$client" --no-audit --no-fund --ignore-scripts --loglevel=error >&2 || { rm -f "$client/package-lock.json"; fail "npm could not install what tests/jupyter/lab-client/package-lock.json names"; }
}

# Files that the published tool is made of, newer than it.
stale() {
    [ -x "$tool" ] || return 0
    [ -n "$(find "$root/src" "$root/build" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
        \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.json' -o -name '*.js' -o -name '*.css' \) -newer "$published/.stamp" -print -quit 2>/dev/null)" ]
}

# Publishes the tool when a source is newer; quiet unless it fails.
publish_tool() {
    if ! stale; then return 0; fi
    need_dotnet
    say "Building SynthNotebooks (a minute the first time) ..."
    local log
    log=$(mktemp)
    if ! (cd "$root" && dotnet publish src/SynthNotebooks.Cli -c Release -o "$published" -v quiet --nologo) >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "the build failed"
    fi
    rm -f "$log"
    touch "$published/.stamp"
}
