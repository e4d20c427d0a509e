#!/bin/sh
# Starts the jar beside this script that has its name; all arguments are the program's.
#
#   WASM2JAVA_CACHE=make ./NAME ARG...   runs the program and then keeps what Java learned from that run, in
#                                        NAME.aot or NAME.jsa with NAME.cache: later runs start faster
#   WASM2JAVA_JAVA_OPTIONS=...           options for Java, with spaces between
#   JAVA_HOME=...                        the Java to use; otherwise the one on the PATH
#
# A cache that does not fit (another Java, a jar that was moved or replaced) is not used; make it again.

set -f # options are split at spaces, and no more
script=$0
while [ -L "$script" ]; do
  target=$(readlink "$script")
  case $target in
    /*) script=$target ;;
    *) script=$(dirname "$script")/$target ;;
  esac
done
case $script in
  */*) folder=${script%/*} ;;
  *) folder=. ;;
esac
# Java compares paths with those that it wrote down, so they are the same from wherever this is started.
folder=$(cd -P "${folder:-/}" && pwd) || exit
program=${folder%/}/${script##*/}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# What Java has to say of its caches it says on the standard output, which is the program's.
quiet='-Xlog:disable -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput'

# Prints the sizes of the jar and a cache, each behind a space.
sizes_with() {
  wc -c "$program.jar" "$1" | while read -r size _; do printf ' %s' "$size"; done
}

make_cache() {
  part=$program.$$.part
  trap 'rm -f "$part" "$part.classes" "$part.cache"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' HUP TERM
  version=$("$java" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p')
  if [ "${version:-0}" -ge 25 ]; then
    kind=aot
    "$java" $quiet ${WASM2JAVA_JAVA_OPTIONS:-} -XX:AOTMode=record -XX:AOTConfiguration="$part.classes" \
      -jar "$program.jar" "$@"
    status=$?
    "$java" $quiet ${WASM2JAVA_JAVA_OPTIONS:-} -XX:AOTMode=create -XX:AOTConfiguration="$part.classes" \
      -XX:AOTCache="$part" -jar "$program.jar" </dev/null >/dev/null 2>&1
  else
    kind=jsa
    "$java" $quiet ${WASM2JAVA_JAVA_OPTIONS:-} -XX:ArchiveClassesAtExit="$part" -jar "$program.jar" "$@"
    status=$?
  fi
  # A start meanwhile finds a whole cache and what belongs to it, or no NAME.cache.
  if [ -s "$part" ] && rm -f "$program.cache" "$program.aot" "$program.jsa" &&
    echo "$kind$(sizes_with "$part")" >"$part.cache" && mv "$part" "$program.$kind" && mv "$part.cache" "$program.cache"; then :; else
    echo "${0##*/}: Java made no cache $program.$kind" >&2
  fi
  exit "$status"
}

if [ "${WASM2JAVA_CACHE:-}" = make ]; then make_cache "$@"; fi

# Java 25 takes any jar of this path for the one that it wrote down, and Java 17 can crash of a cache that was cut off. So
# the cache is for a jar that is not newer, and both have the sizes that they had.
kind=''
if [ -f "$program.cache" ]; then read -r kind sizes <"$program.cache"; fi
if [ -n "$kind" ] && [ -f "$program.$kind" ]; then
  if [ "$program.jar" -nt "$program.$kind" ] || [ " $sizes" != "$(sizes_with "$program.$kind")" ]; then kind=''; fi
else
  kind=''
fi
# A Java that does not know caches of the later kind is to start all the same.
case $kind in
  aot) set -- -XX:+IgnoreUnrecognizedVMOptions -XX:AOTCache="$program.aot" -XX:+VerifySharedSpaces -jar "$program.jar" "$@" ;;
  jsa) set -- -XX:SharedArchiveFile="$program.jsa" -XX:+VerifySharedSpaces -jar "$program.jar" "$@" ;;
  *) set -- -jar "$program.jar" "$@" ;;
esac
exec "$java" -Xlog:disable ${WASM2JAVA_JAVA_OPTIONS:-} "$@"
