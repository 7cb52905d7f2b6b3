#!/bin/sh
# Makes sure of py-spy, which profiles servers in Python, in .tools/py-spy: a virtual environment from py-spy.lock.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
lock=$root/bench/setup/py-spy.lock
folder=$root/.tools/py-spy

if ! cmp -s "$lock" "$folder/installed.lock"; then
  python3 -m venv --clear "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement "$lock"
  cp "$lock" "$folder/installed.lock"
fi
"$folder/bin/py-spy" --version
