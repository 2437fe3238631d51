#!/usr/bin/env python3
"""fact_schema.py CARTULARY FACT_SAMPLES SOURCE: checks the JSON Schema of the facts.

Valid are the facts that the codec gives back (FACT_SAMPLES prints them) and every row of the sample
cohort. Spoilt, each of them is not: with a member that nobody knows, without one that it needs, or
with a list for a value. The page in docs/reference is what the program prints."""

import json
import pathlib
import subprocess
import sys

import jsonschema


def rows_of(source):
    for file in sorted((source / "examples" / "rncp39304").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def spoilt(row, schema):
    yield "an unknown member", {**row, "nobody_knows": 1}
    needed = schema["$defs"][row["type"]]["required"]
    for name in needed:
        without = {key: value for key, value in row.items() if key != name}
        yield f"without {name}", without
    for name, value in row.items():
        if name != "type" and not isinstance(value, (list, dict)):
            yield f"a list for {name}", {**row, name: [[]]}


def main():
    cartulary, samples, source = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    printed = subprocess.run([cartulary, "help", "schema"], check=True, capture_output=True).stdout
    page = source / "docs" / "reference" / "facts.schema.json"
    if printed != page.read_bytes():
        sys.exit(f"{page} is not what `cartulary help schema` prints; write it anew")
    schema = json.loads(printed)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    output = subprocess.run([samples], check=True, capture_output=True).stdout
    facts = [json.loads(line) for line in output.decode().splitlines()]
    types = {fact["type"] for fact in facts}
    defined = {name for name in schema["$defs"] if name[0].isupper()}
    if types != defined:
        sys.exit(f"facts without a schema, or the reverse: {types ^ defined}")
    checked = refused = 0
    for row in facts + list(rows_of(source)):
        # What corrects holds a fact within, which no schema here looks into.
        for error in validator.iter_errors(row):
            sys.exit(f"not valid: {json.dumps(row)}\n{error.message}")
        checked += 1
    for row in facts[::6] + list(rows_of(source))[::25]:
        for what, bad in spoilt(row, schema):
            if validator.is_valid(bad):
                sys.exit(f"valid, though {what}: {json.dumps(bad)}")
            refused += 1
    if checked < 1000 or refused < 1000:
        sys.exit(f"only {checked} valid and {refused} spoilt rows were tried")
    print(f"{checked} rows are valid, {refused} spoilt ones are not")


if __name__ == "__main__":
    main()
