#!/usr/bin/env python3
"""Checks JSON against a JSON Schema: usage: validate.py SCHEMA [--hits] FILE…, each file JSON or JSON lines.

--hits: each line is one hit. Exits 0 when all are valid, 1 with the first trouble, 3 when no validator is installed
(python3-jsonschema).
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(3)


def values(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def main():
    arguments = sys.argv[1:]
    hits = "--hits" in arguments
    schema_path, *paths = [a for a in arguments if a != "--hits"]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    if hits:
        schema = {"$ref": "#/$defs/hit", "$defs": schema["$defs"]}
    validator = jsonschema.Draft202012Validator(schema)
    for path in paths:
        for value in values(path):
            error = jsonschema.exceptions.best_match(validator.iter_errors(value))
            if error is not None:
                sys.exit(f"{path}: {error.json_path}: {error.message[:500]}")


if __name__ == "__main__":
    main()
