#!/usr/bin/env bash
# Builds the agent twice, in two folders, as if on two days, in two time zones and two languages; fails if any of its jars
# differs by a byte. Takes what stands in the working tree, untracked files included.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

build() { # name, then variables of the environment
    local copy="$folder/$1"
    shift
    mkdir -p "$copy"
    git ls-files -z --cached --others --exclude-standard | tar -c --null --ignore-failed-read -T - 2>/dev/null | tar -x --touch -C "$copy"
    (cd "$copy" && env "$@" mvn -q -B -Prelease -DskipTests -DskipITs -Dspotless.check.skip -pl agent/dist -am package)
}

build first TZ=UTC LC_ALL=C
sleep 2 # zip files count time in steps of two seconds
build the-second-one TZ=Asia/Tokyo LC_ALL=C.UTF-8 JAVA_TOOL_OPTIONS="-Duser.language=de -Duser.country=DE"

for jar in lasttab-agent.jar lasttab-agent-sources.jar lasttab-agent-javadoc.jar; do
    cmp "$folder/first/agent/dist/target/$jar" "$folder/the-second-one/agent/dist/target/$jar"
    (cd "$folder/first/agent/dist/target" && sha256sum "$jar")
done
