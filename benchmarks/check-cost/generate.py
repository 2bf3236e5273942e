#!/usr/bin/env python3
"""Writes a solution of PROJECTS projects of about LINES lines each into DIR; each project references the one before it.

usage: generate.py PROJECTS LINES DIR DECLARATION
"""
import os
import shutil
import subprocess
import sys

projects, lines, folder, declaration = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
code = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "analyzer-cost", "generate.py")
for number in range(projects):
    name = f"P{number}"
    here = os.path.join(folder, name)
    subprocess.run([sys.executable, code, lines, here], check=True)
    os.remove(os.path.join(here, "p.csproj"))
    for file in os.listdir(here):
        path = os.path.join(here, file)
        with open(path) as source:
            text = source.read().replace("namespace G;", f"namespace {name};")
        with open(path, "w") as source:
            source.write(text)
    before = f'<ProjectReference Include="../P{number - 1}/P{number - 1}.csproj" />' if number else ""
    with open(os.path.join(here, name + ".csproj"), "w") as project:
        project.write(
            '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework>'
            "<ImplicitUsings>enable</ImplicitUsings></PropertyGroup>"
            f"<ItemGroup>{before}</ItemGroup></Project>\n"
        )
paths = "".join(f'<Project Path="P{number}/P{number}.csproj" />' for number in range(projects))
with open(os.path.join(folder, "all.slnx"), "w") as solution:
    solution.write(f"<Solution>{paths}</Solution>\n")
shutil.copy(declaration, os.path.join(folder, "system.json"))
