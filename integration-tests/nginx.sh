#!/usr/bin/env bash
# Makes sure that the test of a reverse proxy finds nginx. Debian's package is only unpacked, into the folder given:
# installed, it would be started, and listen to the world.
set -euo pipefail
folder=$1
command -v nginx >/dev/null && exit 0
[ -x "$folder/usr/sbin/nginx" ] && exit 0
mkdir -p "$folder"
cd "$folder"
if command -v apt-get >/dev/null; then
  # What apt reads has to be readable for the user that it becomes.
  options="-qq -o APT::Sandbox::User=root"
  # shellcheck disable=SC2086 # a list
  apt-get $options download nginx >/dev/null 2>&1 || {
    apt-get $options update >/dev/null 2>&1 || true
    apt-get $options download nginx >/dev/null 2>&1 || true
  }
  for package in nginx_*.deb; do
    [ -e "$package" ] && dpkg-deb -x "$package" .
  done
fi
[ -x usr/sbin/nginx ] || echo "nginx is missing: what a reverse proxy does is not tested" >&2
