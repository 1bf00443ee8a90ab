#!/usr/bin/env bash
# Cleans a crawl, goes on where it stopped, and shows what was not cleaned.
# usage: clean-crawl.sh PAGES.jsonl FOLDER
set -uo pipefail
pages=$1 folder=$2
mkdir -p "$folder"

cleaner run "$pages" -o "$folder/articles.jsonl.zst" --ledger "$folder/ledger.jsonl.zst" \
  --failures "$folder/failures.jsonl" --summary "$folder/summary.json" --resume
code=$?
case $code in
  0) echo "every page was cleaned" ;;
  1) echo "failed:"; cut -c1-200 "$folder/failures.jsonl" ;;
  *) exit "$code" ;;
esac
