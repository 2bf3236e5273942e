#!/usr/bin/env python3
"""Writes a C# project of about LINES lines into DIR: ordinary methods with interpolation, concatenation, locals and HTTP calls.

usage: generate.py LINES DIR
"""
import os
import sys

BODY = '''    public async Task<string> M{i}(HttpClient http, int id, string name)
    {{
        var path = $"/items/{{id}}/{{name}}";
        var text = "value " + name + " of " + id + " is " + path;
        var options = new Dictionary<string, string> {{ ["key"] = "some configured value", ["other"] = text }};
        if (name == "special" || text.Length > 100) return options["key"] + text;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var response = await http.SendAsync(request);
        Console.WriteLine("status {{0}} for {{1}}", response.StatusCode, text);
        return await response.Content.ReadAsStringAsync();
    }}
'''

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
"""

wanted, folder = int(sys.argv[1]), sys.argv[2]
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "p.csproj"), "w") as project:
    project.write(PROJECT)
lines, number = 0, 0
while lines < wanted:
    with open(os.path.join(folder, f"F{number}.cs"), "w") as source:
        source.write(f"namespace G;\npublic class C{number}\n{{\n")
        for i in range(40):
            source.write(BODY.format(i=i))
        source.write("}\n")
    lines += 4 + 40 * 11
    number += 1
