"""validate.py SCHEMA FILE...: are these files, JSON or TOML, what the JSON schema says?"""
import json
import sys
import tomllib

import jsonschema


def load(path):
    with open(path, "rb") as file:
        return tomllib.load(file) if path.endswith(".toml") else json.load(file)


schema = load(sys.argv[1])
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
faults = 0
for path in sys.argv[2:]:
    for fault in kind(schema).iter_errors(load(path)):
        faults += 1
        best = jsonschema.exceptions.best_match([fault])
        print(f"{path}: {best.json_path}: {best.message[:300]}")
sys.exit(1 if faults else 0)
