#!/usr/bin/env bash
# Builds the agent twice, as if two people did it on two machines: in two folders, if possible on two file systems that list
# their files in another order, at two times, with another user's name, umask, time zone, language and charset. Fails if any
# of its jars differs by a byte. Takes what stands in the working tree, untracked files included. Arguments go to Maven: -o
# builds from what it has downloaded before.
set -euo pipefail
cd "$(dirname "$0")/../.."
arguments=("$@")
first=$(mktemp -d)
elsewhere=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$first" "$elsewhere"' EXIT
second=$elsewhere/the-second-one
git ls-files -z --cached --others --exclude-standard \
    | tar -c --null --ignore-failed-read -f "$elsewhere/source.tar" -T - 2>/dev/null

build() { # folder, umask, then variables of the environment
    local folder=$1
    umask "$2"
    shift 2
    mkdir -p "$folder"
    tar -x --touch --no-same-permissions -f "$elsewhere/source.tar" -C "$folder"
    (cd "$folder" && env "$@" mvn -q -B "${arguments[@]}" \
        -Prelease -Dmaven.test.skip -DskipITs -Dspotless.check.skip -pl agent/dist -am package)
}

build "$first" 022 TZ=UTC LC_ALL=C
sleep 2 # zip files count time in steps of two seconds
build "$second" 077 TZ=Asia/Tokyo LC_ALL=C.UTF-8 USER=somebody \
    JAVA_TOOL_OPTIONS="-Duser.name=somebody -Duser.language=tr -Duser.country=TR"

for jar in lasttab-agent.jar lasttab-agent-sources.jar lasttab-agent-javadoc.jar; do
    cmp "$first/agent/dist/target/$jar" "$second/agent/dist/target/$jar"
    (cd "$first/agent/dist/target" && sha256sum "$jar")
done
