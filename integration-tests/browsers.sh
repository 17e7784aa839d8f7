#!/usr/bin/env bash
# Makes sure that the integration tests find Chromium and its driver: installs Debian's packages when it may.
set -euo pipefail
have() { command -v chromium >/dev/null && command -v chromedriver >/dev/null; }
have && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null || true # a stale mirror list may still do
  apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null || true
fi
have || { echo "Chromium is missing: install the packages chromium and chromium-driver." >&2; exit 1; }
