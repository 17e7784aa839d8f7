#!/usr/bin/env bash
# Makes sure that the integration tests find their browsers: installs Debian's packages when it may.
set -euo pipefail
missing() {
  command -v chromium >/dev/null || echo chromium
  command -v chromedriver >/dev/null || echo chromium-driver
  command -v firefox-esr >/dev/null || echo firefox-esr
  # It comes with WebKitGTK and its MiniBrowser, which shows itself on an X server only.
  command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
  command -v Xvfb >/dev/null || echo xvfb
}
packages=$(missing)
[ -z "$packages" ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null || true # a stale mirror list may still do
  # shellcheck disable=SC2086 # a list
  apt-get install -y -qq --no-install-recommends $packages >/dev/null || true
fi
packages=$(missing)
[ -z "$packages" ] || { echo "Browsers are missing: install the packages" $packages >&2; exit 1; }
