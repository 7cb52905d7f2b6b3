# shellcheck shell=sh disable=SC2154
# python:3.11-bookworm and python:3.11-slim-bookworm, of this machine's Python.

find_base() {
  python_version=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null)
  need_release "$release" "$python_version" Python
  what="Python $python_version of this machine"
}

base_settings() {
  copy_setting /etc/pip.conf /etc/pip.conf
  copy_setting "${HOME:-/root}/.config/pip/pip.conf" /root/.config/pip/pip.conf
}

compose() {
  copy_python
  if builds; then copy_pip; fi
  from_debian
  echo 'RUN ldconfig && python3 -c "import asyncio, ctypes, hashlib, ssl, zlib"'
  if builds; then
    echo "ENV PIP_CERT=$certificates"
    env | sed -nE 's/^(PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT)=)(.*)/ENV \1"\3"/p'
    echo 'RUN python3 -m pip --version'
  fi
}

# The interpreter, its library if it has one, and its modules, without what was installed into it.
copy_python() {
  mkdir -p "$tree/usr/local/bin" "$tree/usr/local/lib"
  quietly python3 -c '
import os, shutil, sys, sysconfig

tree, release = sys.argv[1:]
shutil.copy(os.path.join(sys.base_exec_prefix, "bin", release), tree + "/bin")
os.symlink(release, tree + "/bin/python3")
shutil.copytree(
    sysconfig.get_path("stdlib"),
    os.path.join(tree, "lib", release),
    ignore=shutil.ignore_patterns("*-packages", "ensurepip", "test", "config-*", "idlelib", "tkinter", "__pycache__"),
)
os.mkdir(os.path.join(tree, "lib", release, "site-packages"))
if sysconfig.get_config_var("Py_ENABLE_SHARED"):
    shutil.copy(os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME")), tree + "/lib")
' "$tree/usr/local" "python$release"
}

# From a new virtual environment, since Debian's own Python has its pip elsewhere, and looks for modules under another name.
copy_pip() {
  quietly python3 -m venv "$work/venv"
  cp -R "$work/venv/lib/python$release/site-packages/." "$tree/usr/local/lib/python$release/site-packages"
  ln -s site-packages "$tree/usr/local/lib/python$release/dist-packages"
  rm -rf "$work/venv"
}
