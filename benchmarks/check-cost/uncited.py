#!/usr/bin/env python3
"""Copies a body's pack and the baseline into DIR without the rules of other analyzers that they cite.

usage: uncited.py PACK BASELINE DIR
"""
import json
import os
import shutil
import sys

pack, baseline, folder = sys.argv[1:4]
os.makedirs(folder)
shutil.copy(os.path.join(pack, "policy.json"), folder)
for source, name in ((pack, "standard.json"), (baseline, "baseline.standard.json")):
    with open(os.path.join(source, "standard.json"), encoding="utf-8") as file:
        standard = json.load(file)
    for control in standard.get("controls", []):
        if "checks" not in control:
            continue
        control["checks"] = [
            check for check in control["checks"] if check["kind"] != "source" or check["rule"].startswith("PK")
        ]
        if not control["checks"]:
            del control["checks"]
            control["notMachineCheckable"] = "(a rule of another analyzer)"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(standard, file, ensure_ascii=False, indent=2)
