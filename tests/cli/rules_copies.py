#!/usr/bin/env python3
"""rules_copies.py CARTULARY SOURCE: the rules of the sample are the shipped ones, but for what they say.

Each copies referentials/rncp39304.yaml; `referential diff` tells how it differs, and nothing but what
is named here may.
"""
import json
import subprocess
import sys

PROGRAM, SOURCE = sys.argv[1:]
SHIPPED = SOURCE + "/referentials/rncp39304.yaml"


def differences(copy):
    ran = subprocess.run([PROGRAM, "referential", "diff", SHIPPED, copy, "--json"],
                         capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return json.loads(ran.stdout)["differences"]


def is_settled(difference):
    return difference["part"] == "assumption" and difference.get("settled") is True


def fields(difference):
    """The fields, without the settlement that every settled assumption has."""
    return sorted(field["field"] for field in difference.get("fields", [])
                  if not field["field"].startswith("settlement."))


# By part and id: the fields that differ. Whatever is settled has a settlement beside.
COMMON = {("edition", None): ["code", "from"],
          # Who may waive the entry level is for the regulations to say: the fiche does not.
          ("requirement", "entry_level"): ["waivable_by"],
          ("document", "reglement"): ["sha256", "title.en", "title.fr"]}
COPIES = {
    "rules-2025.yaml": {**COMMON, ("assumption", "mobility_sum"): ["value"]},
    # The text of 2022 is silent on who changes the route: no assumption, one answer.
    "rules.yaml": {**COMMON, ("rules", None): ["binding_route"],
                   ("assumption", "binding_route"): ["choices", "default", "kind", "label.en",
                                                     "label.fr", "value", "why.en", "why.fr"]},
}
COPIES["rules-misread.yaml"] = {**COPIES["rules.yaml"],
                                ("requirement", "entry_level"): ["entry_window.levels",
                                                                 "waivable_by"]}
COPIES["rules-corrected.yaml"] = COPIES["rules.yaml"]


def main():
    for copy, named in COPIES.items():
        found = {}
        for difference in differences(f"{SOURCE}/examples/rncp39304/{copy}"):
            unnamed = fields(difference)
            if unnamed or not is_settled(difference):
                found[difference["part"], difference["id"]] = unnamed
        assert found == named, (copy, {key: value for key, value in found.items()
                                       if named.get(key) != value}, set(named) - set(found))


main()
