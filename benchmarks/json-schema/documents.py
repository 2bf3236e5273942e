#!/usr/bin/env python3
"""Makes the documents that the JSON Schema benchmark validates: valid ones, of some hundred kilobytes, always the same.

usage: documents.py SCHEMAS_EXTERNAL OUT
Writes OUT/<name>/{schema.json,document.json} and copies of what the schema refers to into OUT/references/.
"""
import json, os, shutil, sys, uuid

external, out = sys.argv[1], sys.argv[2]
here = os.path.dirname(os.path.abspath(__file__))


def guid(n):
    # Version 4 in shape, which OSCAL asks for; the same in every run.
    return str(uuid.UUID(int=(0x9E3779B97F4A7C15F39CC0605CEDC835 * (n + 1)) % 2**128, version=4))


def write(name, schema, document, indent=2):
    folder = os.path.join(out, name)
    os.makedirs(folder, exist_ok=True)
    shutil.copy(schema, os.path.join(folder, "schema.json"))
    with open(os.path.join(folder, "document.json"), "w", encoding="utf-8") as f:
        if isinstance(document, str):
            f.write(open(document, encoding="utf-8").read())
        else:
            json.dump(document, f, ensure_ascii=False, indent=indent)


def sarif():
    rules = [{"id": f"PK{6000 + n}", "name": f"Rule{n}", "shortDescription": {"text": f"規則{n}の説明"}, "helpUri": f"https://example.jp/rules/{n}", "defaultConfiguration": {"level": "error"}} for n in range(40)]
    results = [{
        "ruleId": f"PK{6000 + n % 40}", "ruleIndex": n % 40, "level": ["error", "warning", "note"][n % 3],
        "message": {"text": f"ソースコードに認証情報が直接書かれています ({n})", "arguments": [str(n)]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": f"src/Billing/File{n % 97}.cs", "uriBaseId": "SRCROOT"}, "region": {"startLine": n % 500 + 1, "startColumn": n % 80 + 1, "endLine": n % 500 + 1, "endColumn": n % 80 + 9, "snippet": {"text": "var x = 1;"}}}}],
        "partialFingerprints": {"primaryLocationLineHash": f"{n:016x}"}, "baselineState": "new", "rank": 42.5,
    } for n in range(1500)]
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "policykit", "version": "0.1.0", "informationUri": "https://example.jp", "rules": rules}}, "originalUriBaseIds": {"SRCROOT": {"uri": "file:///src/"}}, "results": results, "columnKind": "utf16CodeUnits"}]}


def cyclonedx():
    components = [{
        "type": "library", "bom-ref": f"pkg:nuget/Package{n}@1.{n}.0", "name": f"Package{n}", "version": f"1.{n}.0", "publisher": "Example", "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": f"{n:064x}"}], "licenses": [{"license": {"id": "MIT"}}], "purl": f"pkg:nuget/Package{n}@1.{n}.0",
        "externalReferences": [{"type": "website", "url": f"https://example.jp/package{n}"}], "properties": [{"name": "target", "value": "net10.0"}],
    } for n in range(1200)]
    dependencies = [{"ref": c["bom-ref"], "dependsOn": [components[(n * 7 + k + 1) % 1200]["bom-ref"] for k in range(3)]} for n, c in enumerate(components)]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:" + guid(0), "version": 1, "metadata": {"timestamp": "2026-04-01T00:00:00Z", "component": {"type": "application", "name": "billing", "bom-ref": "billing"}}, "components": components, "dependencies": dependencies}


def oscal():
    controls = [{
        "id": f"pk-{n}", "class": "municipal", "title": f"対策 {n}", "params": [{"id": f"pk-{n}_prm_1", "label": "日数", "values": [str(n)]}],
        "props": [{"name": "label", "value": f"6.2-{n:02}"}, {"name": "sort-id", "value": f"pk-{n:04}"}],
        "links": [{"href": f"#{guid(n)}", "rel": "reference"}],
        "parts": [{"id": f"pk-{n}_smt", "name": "statement", "prose": "職員等は、情報資産を適切に取り扱わなければならない。", "parts": [{"id": f"pk-{n}_smt.{k}", "name": "item", "props": [{"name": "label", "value": f"{k}."}], "prose": "定期的に確認する。"} for k in "abc"]}],
    } for n in range(800)]
    return {"catalog": {"uuid": guid(1), "metadata": {"title": "対策基準", "last-modified": "2026-04-01T00:00:00+09:00", "version": "2026.1", "oscal-version": "1.2.1", "roles": [{"id": "ciso", "title": "最高情報セキュリティ責任者"}], "parties": [{"uuid": guid(2), "type": "organization", "name": "組合"}]}, "groups": [{"id": f"g-{g}", "title": f"群 {g}", "controls": controls[g * 100:(g + 1) * 100]} for g in range(8)], "back-matter": {"resources": [{"uuid": guid(n), "title": f"資料 {n}"} for n in range(800)]}}}


def oscal_components():
    statements = lambda n: [{"statement-id": f"pk-{n}_smt.{k}", "uuid": guid(n * 3 + i), "description": "設定により満たす。"} for i, k in enumerate("abc")]
    requirement = lambda c, n: {"uuid": guid(c * 1000 + n), "control-id": f"pk-{n}", "description": "実装している。", "props": [{"name": "implementation-status", "value": "implemented"}], "statements": statements(n)}
    components = [{"uuid": guid(c), "type": "software", "title": f"部品 {c}", "description": "下水道使用料システムの部品", "control-implementations": [{"uuid": guid(c + 500), "source": "https://example.jp/catalog", "description": "対策の実装", "implemented-requirements": [requirement(c, n) for n in range(100)]}]} for c in range(10)]
    return {"component-definition": {"uuid": guid(1), "metadata": {"title": "部品の定義", "last-modified": "2026-04-01T00:00:00+09:00", "version": "1.0", "oscal-version": "1.2.1"}, "components": components}}


write("sarif", f"{external}/sarif-schema-2.1.0.json", sarif())
write("sarif-minified", f"{external}/sarif-schema-2.1.0.json", sarif(), indent=None)
write("cyclonedx", f"{external}/bom-1.6.schema.json", cyclonedx())
write("oscal-catalog", f"{external}/oscal_catalog_schema.json", oscal())
write("oscal-component", f"{external}/oscal_component_schema.json", oscal_components())
write("draft7-metaschema", f"{here}/../../src/PolicyKit.Json/Schemas/MetaSchemas/draft-07.json", f"{external}/bom-1.7.schema.json")
write("cryptography-defs", f"{external}/cryptography-defs.schema.json", f"{external}/cryptography-defs.json")
write("policykit-system", f"{here}/../../schemas/system.schema.json", f"{here}/../../examples/sewerage-billing/system.json")
os.makedirs(f"{out}/references", exist_ok=True)
for name in ("spdx.schema.json", "jsf-0.82.schema.json", "cryptography-defs.schema.json"):
    shutil.copy(f"{external}/{name}", f"{out}/references/{name}")
