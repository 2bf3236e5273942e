#!/usr/bin/env python3
"""Prints the tables of the JSON Schema benchmark, and measures the command line."""
import json, math, os, resource, statistics, subprocess, sys, time

work, root = sys.argv[1], sys.argv[2]
read = lambda name: {row["name"]: row for row in map(json.loads, open(f"{work}/{name}"))}
ours, ajv = read("policykit.jsonl"), read("ajv.jsonl")
sourcemeta = {p[0]: float(p[1]) * 1000 for p in (line.split() for line in open(f"{work}/sourcemeta.txt")) if len(p) == 2}


def ns(value):
    return f"{value / 1e6:.2f} ms" if value >= 1e6 else f"{value / 1e3:.1f} µs"


print("| document | size | PolicyKit | ajv | sourcemeta | PolicyKit / ajv | read and validate | ajv with JSON.parse | allocated |")
print("|---|---|---|---|---|---|---|---|---|")
ratios, others = [], []
for name, row in ours.items():
    ratio = row["validate"] / ajv[name]["validate"]
    ratios.append(ratio)
    if name in sourcemeta:
        others.append(row["validate"] / sourcemeta[name])
    speed = lambda t: f"{row['bytes'] / t * 1000:.0f} MB/s"
    print(f"| {name} | {row['bytes'] / 1000:.0f} kB | {ns(row['validate'])} | {ns(ajv[name]['validate'])} | {ns(sourcemeta[name]) if name in sourcemeta else '(refused)'} | {ratio:.2f} | {speed(row['read'])} | {speed(ajv[name]['read'])} | {row['allocated']} B |")
mean = lambda values: math.exp(sum(map(math.log, values)) / len(values))
print(f"\nGeometric mean: PolicyKit / ajv {mean(ratios):.2f}, PolicyKit / sourcemeta {mean(others):.2f} (over {len(others)} documents).")

# 10,000 declarations of about 3 kB each.
sample = json.load(open(f"{root}/schemas/examples/system/valid/delivery.json"))
sample = {k: sample[k] for k in ("kind", "id", "name", "purpose", "owner", "vendor", "operation", "zones", "components", "assets", "connections", "externalServices", "accounts", "contract")}
sample["stage"] = "development"
for count in (1000, 10000):
    os.makedirs(f"{work}/files{count}")
    for i in range(count):
        sample["id"] = f"system-{i}"
        with open(f"{work}/files{count}/{i:05}.json", "w", encoding="utf-8") as f:
            json.dump(sample, f, ensure_ascii=False, indent=1)


def measure(*arguments, times=5):
    walls, peak = [], 0
    for _ in range(times):
        start = time.perf_counter()
        process = subprocess.Popen([f"{work}/cli/PolicyKit.Cli", *arguments], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        assert status == 0, status
        walls.append(time.perf_counter() - start)
        peak = max(peak, usage.ru_maxrss)
    return statistics.median(walls), min(walls), peak / 1024


print("\n| command | median | fastest | most memory |\n|---|---|---|---|")
for label, arguments, times in (
    ("`validate` on 10,000 files of 3 kB", ("validate", f"{work}/files10000"), 5),
    ("`validate` on 1,000 files of 3 kB", ("validate", f"{work}/files1000"), 5),
    ("`validate` on one file, cold start", ("validate", f"{root}/examples/sewerage-billing/system.json"), 31),
    ("`schema list`: the start alone", ("schema", "list"), 31),
):
    median, fastest, peak = measure(*arguments, times=times)
    print(f"| {label} | {median * 1000:.0f} ms | {fastest * 1000:.0f} ms | {peak:.0f} MB |")
