#!/usr/bin/env bash
# A file server without any CI: checks every delivery in a folder and keeps the results beside it.
# Usage: check-deliveries.sh DELIVERIES PACK RESULTS
#   DELIVERIES  a folder with one folder for each delivery
#   PACK        the body's pack
#   RESULTS     where the results go: RESULTS/DELIVERY/DATE.txt, .json and .sarif
# Ends with 0 only where every delivery conforms, and there is at least one.
set -uo pipefail
[ $# -eq 3 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
deliveries=$1 pack=$2 results=$3
day=$(TZ=Asia/Tokyo date +%F)
checked=0 failed=0
for delivery in "$deliveries"/*/; do
  [ -d "$delivery" ] || continue
  folder=$results/$(basename "$delivery")
  mkdir -p "$folder" || exit 2
  policykit check "$delivery" --pack "$pack" --as-of "$day" \
    --output "human=$folder/$day.txt" --output "json=$folder/$day.json" --output "sarif=$folder/$day.sarif" > /dev/null
  ended=$?
  printf '%s\t%s\t%s\n' "$day" "$ended" "$delivery" | tee -a "$results/log.tsv"
  checked=$((checked + 1))
  [ "$ended" -eq 0 ] || failed=$((failed + 1))
done
[ "$checked" -gt 0 ] || { echo "no delivery in $deliveries" >&2; exit 2; }
[ "$failed" -eq 0 ]
