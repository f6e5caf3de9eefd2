# Shared by the scripts of bin/: where we are, which Python, and a step that says how long it took.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
VENV="${COMPTOIR_VENV:-.venv}"
export PATH="$PWD/$VENV/bin:$PATH"
export DJANGO_SETTINGS_MODULE="${DJANGO_SETTINGS_MODULE:-comptoir.config.settings}"

find_python() {
  for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v "$candidate"; return; }
  done
  echo "Comptoir needs Python 3.11 or newer; none was found. Install it, or name it with PYTHON=/path/to/python3.11" >&2
  exit 1
}

step() { # step "what is done" command...
  local what="$1" began=$SECONDS
  shift
  printf '→ %s\n' "$what"
  if "$@"; then
    printf '  done in %s s\n' "$((SECONDS - began))"
  else
    local code=$?
    printf '✗ %s: failed after %s s\n' "$what" "$((SECONDS - began))" >&2
    return $code
  fi
}

# setup core|dev: the virtual environment holds exactly what the lock file says; nothing is done when it already does.
setup() {
  local lock="requirements/$1.lock" stamp="$VENV/.comptoir-$1"
  local wanted
  wanted="$(cat "$lock" pyproject.toml | cksum)"
  if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
    [ -x "$VENV/bin/python" ] || step "create $VENV" "$(find_python)" -m venv "$VENV"
    step "install the packages of $lock" python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    step "install the comptoir command" python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
    printf '%s' "$wanted" >"$stamp"
  fi
  python -m comptoir.config.translations
}
