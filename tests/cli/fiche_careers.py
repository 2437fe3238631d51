#!/usr/bin/env python3
"""Careers written from the public record of RNCP39304, and what it makes of them.

    fiche_careers.py CARTULARY    enters them all in one store and asks where each learner stands

The rules are referentials/rncp39304.yaml as it is: what the record does not say is assumed there.
Each career is what a registrar would type; what is expected was read in the record, not in the
program's answer.
"""

import copy
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
RULES = SOURCE / "referentials" / "rncp39304.yaml"
TITLE = "RNCP39304"
COMPETENCIES = {"BC01": 7, "BC02": 8, "BC03": 11}
BLOCKS = list(COMPETENCIES)
ENTRY = 2022  # The year in which a career begins, in September.
ON = "2026-03-31"  # The day of the question.
EVERY_STAY = None  # Of a career; otherwise their places among those of the career, from 0.


def day(year, text):
    """The month and day of `text` in the academic year that begins ENTRY + year."""
    month = int(text[:2])
    return f"{ENTRY + year + (1 if month < 9 else 0)}-{text}"


def fact(type_, effective, **fields):
    return {"type": type_, "effective": effective, **fields}


def college(*persons):
    return [{"person": person, "college": "professional" if person[0] == "X" else "academic"}
            for person in persons]


def institution():
    """Persons, offices, accredited bodies, and two summative plans and a formative one a block."""
    begin = "2022-06-10"
    rows = [fact("PersonRegistered", begin, number=number,
                 identity={"birth_name": f"Personne {number}", "first_names": ["Camille"]})
            for number in ["DG", "DC", "RF", "A1", "A2", "A3", "X1", "X2", "X3", "M1"]]
    for person, office in {"DG": "director_general", "DC": "campus_director",
                           "RF": "programme_head"}.items():
        campus = {} if person == "DG" else {"campus": "AIX"}
        rows.append(fact("OfficeHeld", begin, person=person, office=office, act=f"ARR-{person}",
                         **campus))
    for body, language in [("ETS", "en"), ("CAMBRIDGE", "en"), ("GOETHE", "de")]:
        rows.append(fact("BodyAccredited", "2015-01-01", body=body, language=language, act="CTI-1"))
    for block in BLOCKS:
        for plan, weight, use in [("EX1", "2", "summative"), ("EX2", "1", "summative"),
                                  ("FORM", "1", "formative")]:
            rows.append(fact("AssessmentPlanned", "2022-09-01", certification=TITLE, edition="2024",
                             plan=f"{block}-{plan}", block=block, competencies=[f"{block}-C01"],
                             kind="written", weight=weight, use=use, mandatory=use == "summative"))
    for row in rows:
        row["id"] = f"{row['type']}-{row.get('number') or row.get('person') or row.get('plan')}" \
                    f"{row.get('body', '')}"
    return rows


def levels(level):
    return [{"competency": f"{block}-C{i:02}", "level": level}
            for block, count in COMPETENCIES.items() for i in range(1, count + 1)]


def grade(plan, value, **fields):
    return fact("AssessmentRecorded", fields.pop("effective", day(1, "06-15")), plan=plan,
                **{"session": "first", "attempt": 1, "status": "graded", "assessors": ["A1"],
                   "grade": value, **fields})


def without_grade(plan, status, **fields):
    row = grade(plan, None, status=status, **fields)
    del row["grade"]
    return row


def grid(year, level, academic=True, company=True):
    signed = day(year, "06-20")
    row = fact("TutorGridSigned", signed, academic_year=f"{ENTRY + year}-{ENTRY + year + 1}",
               levels=levels(level))
    if academic:
        row["academic"] = {"person": "A1", "date": signed}
    if company:
        row["company"] = {"person": "M1", "date": signed}
    return row


def stay(begin, days, country="DE", ending="normal"):
    last = datetime.date.fromisoformat(begin) + datetime.timedelta(days=days - 1)
    return fact("MobilityPeriodRecorded", last.isoformat(), **{"from": begin}, country=country,
                kind="company", ending=ending)


def certificate(**fields):
    return fact("LanguageCertificateRecorded", fields.pop("effective", "2024-03-16"),
                **{"body": "ETS", "test": "TOEIC-LR", "language": "en", "scores": [],
                   "number": "C-1", **fields})


def toeic(listening, reading):
    return certificate(scores=[{"part": "total", "score": str(listening + reading)},
                               {"part": "listening", "score": str(listening)},
                               {"part": "reading", "score": str(reading)}])


def enrolment(route="apprenticeship", level=6, entry=f"{ENTRY}-09-01"):
    return fact("EnrolmentOpened", entry, certification=TITLE, route=route, campus="AIX",
                cohort="2022", qualification="BUT", level=level)


def results(value="12"):
    return {f"{block}-{plan}": grade(f"{block}-{plan}", value)
            for block in BLOCKS for plan in ("EX1", "EX2")}


def company():
    return {"contract": fact("ContractStarted", f"{ENTRY}-09-01", employer="SIRET-80012345600012",
                             kind="apprenticeship", to=f"{ENTRY + 3}-08-31"),
            "academic": fact("TutorAssigned", f"{ENTRY}-09-01", person="A1", role="academic"),
            "tutor": fact("TutorAssigned", f"{ENTRY}-09-01", person="M1", role="company"),
            **{f"grid{year}": grid(year, year + 2) for year in range(3)},
            "report": fact("AlternanceReportAssessed", day(2, "06-24"), academic_year="2024-2025",
                           company_tutor="M1", company_outcome="favourable", programme_head="RF",
                           head_outcome="favourable"),
            "defence": fact("DefenceHeld", day(2, "06-26"), kind="company",
                            panel=college("A2", "X1"), outcome="favourable", stays=[])}


def mobility_report(stays=EVERY_STAY):
    return fact("MobilityReportAssessed", "2024-08-01", stays=stays, outcome="favourable",
                assessors=["A3"])


def mobility_defence(stays=EVERY_STAY):
    return fact("DefenceHeld", "2024-08-21", kind="mobility", panel=college("A3", "X2"),
                outcome="favourable", stays=stays)


def abroad():
    return {"english": toeic(400, 385), "stay": stay("2024-04-01", 84),
            "mobility_report": mobility_report(), "mobility_defence": mobility_defence()}


def apprentice(**changes):
    """Everything that the record asks of an apprentice; a change replaces a part, None drops it."""
    parts = {"enrolment": enrolment(), **results(), **company(), **abroad()}
    for part, change in changes.items():
        parts[part.replace("_EX", "-EX")] = change
    rows = []
    for part in parts.values():
        rows += part if isinstance(part, list) else [part] if part else []
    return rows


def jury(members, chair="DG", kind="award", effective="2025-06-02"):
    return fact("JuryAppointed", effective, code="J", kind=kind, certification=TITLE, campus="AIX",
                session_date="2025-07-10", appointed_by="DG", chair=chair,
                members=[{**m, "capacity": "programme_teacher" if m["college"] == "academic"
                          else "professional"} for m in college(*members)], act="ARR-J")


def decision(members, final="admitted", blocks=(), chair="DG", number=1, **fields):
    return fact("JuryDecisionRecorded", "2025-07-10", enrolment=str(number), jury="J",
                blocks=[{"block": b, "decision": d} for b, d in blocks], decision=final,
                deliberated=members, chair=chair, **fields)


def vae(defended=True):
    rows = [enrolment("vae", 4, "2024-10-01"),
            fact("VaeAdmissibilityDecided", "2024-11-15", outcome="favourable"),
            fact("VaeDossierSubmitted", "2025-05-05",
                 evidence=[{"role": "dossier", "file": str(RULES)}])]
    return rows + [fact("DefenceHeld", "2025-07-09", kind="vae", panel=college("A1", "X1"),
                        outcome="favourable", stays=[])] * defended


ALL = [(block, "validated") for block in BLOCKS]
FOUR = ["DG", "A2", "X1", "X2"]  # Two of each college, the director general in the chair.
OF_VAE = ["DC", "A2", "X1", "X2"]
NO_GRID = [f"{block}/block_grid" for block in BLOCKS]
UNMET = "in_progress"
MET = "conditions_met"

# Name: rows, acts of the jury, standing, and what is missing: requirements that are not met, but for
# what a jury has yet to decide. A career that is refused has the code of the refusal as standing.
CAREERS = {
    "everything that is asked": (apprentice(), [], MET, []),
    "TOEIC of 780": (apprentice(english=toeic(395, 385)), [], UNMET, ["english"]),
    "TOEIC of 800, listening below": (apprentice(english=toeic(390, 410)), [], UNMET, ["english"]),
    "C1 stated by Cambridge, no table for the test":
        (apprentice(english=certificate(body="CAMBRIDGE", test="CAE", level="c1")), [], MET, []),
    "English by a body that nobody accredited":
        (apprentice(english=certificate(body="LINGUA", test="X", level="c2")), [], UNMET,
         ["english"]),
    "B2 in German": (apprentice(english=certificate(body="GOETHE", test="Z", language="de",
                                                    level="b2")), [], UNMET, ["english"]),
    "83 days abroad": (apprentice(stay=stay("2024-04-01", 83)), [], UNMET, ["mobility_length"]),
    "six weeks and six weeks":
        (apprentice(stay=[stay("2023-06-05", 42), stay("2024-04-01", 42)]), [], UNMET,
         ["mobility_length"]),
    "twelve weeks in France":
        (apprentice(stay=stay("2024-04-01", 84, country="FR")), [], UNMET,
         ["mobility_length", "mobility_report", "mobility_defence"]),
    "assessed on six weeks, twelve weeks not assessed":
        (apprentice(stay=[stay("2023-06-05", 42), stay("2024-04-01", 84)],
                    mobility_report=mobility_report([0]), mobility_defence=mobility_defence([0])),
         [], UNMET, ["mobility_report", "mobility_defence"]),
    "six weeks that nobody assessed, and twelve that are":
        (apprentice(stay=[stay("2023-06-05", 42), stay("2024-04-01", 84)],
                    mobility_report=mobility_report([1]), mobility_defence=mobility_defence([1])),
         [], MET, []),
    "a stay broken off after 60 days":
        (apprentice(stay=stay("2024-04-01", 60, ending="interrupted")), [], UNMET,
         ["mobility_length"]),
    "no defence of the mobility":
        (apprentice(mobility_defence=None), [], UNMET, ["mobility_defence"]),
    "an average of 9.99": (apprentice(BC02_EX1=grade("BC02-EX1", "9.99"),
                                      BC02_EX2=grade("BC02-EX2", "9.99")), [], UNMET,
                           ["BC02/block_average"]),
    "an eliminatory grade under a good average":
        (apprentice(BC01_EX1=grade("BC01-EX1", "16"), BC01_EX2=grade("BC01-EX2", "6.5")), [],
         UNMET, ["BC01/block_average"]),
    "compensated within the block":
        (apprentice(BC01_EX1=grade("BC01-EX1", "11"), BC01_EX2=grade("BC01-EX2", "8")), [], MET,
         []),
    "a resit that counts":
        (apprentice(BC03_EX1=[grade("BC03-EX1", "6"),
                              grade("BC03-EX1", "12", session="resit", attempt=2,
                                    effective=day(2, "09-05"))]), [], MET, []),
    "excused, and not yet examined again":
        (apprentice(BC03_EX1=without_grade("BC03-EX1", "absent_justified")), [], UNMET,
         ["BC03/block_average"]),
    "absent without excuse":
        (apprentice(BC03_EX1=without_grade("BC03-EX1", "absent_unjustified")), [], UNMET,
         ["BC03/block_average"]),
    "a formative grade of 2": (apprentice(form=grade("BC02-FORM", "2")), [], MET, []),
    "no grid for the second year":
        (apprentice(grid1=None), [], UNMET, NO_GRID),
    "the second year repeated, and no grid for the third":
        (apprentice(repeated=fact("AnnualRegistrationRecorded", "2024-09-02",
                                  academic_year="2024-2025", year_of_study=2, repeating=True)),
         [], UNMET, NO_GRID),
    "a last grid that only the company signed":
        (apprentice(grid2=grid(2, 4, academic=False)), [], UNMET, NO_GRID),
    "a last grid at level 2":
        (apprentice(grid2=grid(2, 2)), [], UNMET, NO_GRID),
    "a report that the programme head found wanting":
        (apprentice(report={**company()["report"], "head_outcome": "unfavourable"}), [], UNMET,
         ["alternance_reports"]),
    "a defence before teachers alone":
        (apprentice(defence={**company()["defence"], "panel": college("A2", "A3")}), [], UNMET,
         ["company_defence"]),
    "a holder of level 4": (apprentice(enrolment=enrolment(level=4)), [], UNMET, ["entry_level"]),
    "a holder of level 4, dispensed by the programme head, whom the record does not name":
        (apprentice(enrolment=enrolment(level=4),
                    waiver=fact("WaiverGranted", f"{ENTRY}-09-05", requirement="entry_level",
                                ground="professional_experience", authority="programme_head",
                                act="DEC-1")), [], "authority_not_allowed", []),
    "a holder of level 7, whom the record does not name":
        (apprentice(enrolment=enrolment(level=7)), [], UNMET, ["entry_level"]),
    "continuing education, nothing but the blocks":
        ([enrolment("continuing_education"), *results().values()], [], MET, []),
    "a professional contract without the company's part":
        ([enrolment("professional_contract"), *results().values()], [], UNMET,
         NO_GRID + ["alternance_reports", "company_defence"]),
    "an apprentice who goes on by continuing education":
        ([enrolment(), *results().values(),
          fact("RouteChanged", "2024-09-01", route="continuing_education", act="AVE-1")], [], MET,
         []),
    "VAE, before its jury, which alone decides on the blocks":
        (vae(), [], MET, []),
    "VAE, admitted by its jury":
        (vae(), [jury(OF_VAE, "DC", "vae"), decision(OF_VAE, blocks=ALL, chair="DC")], "admitted",
         []),
    "VAE, two blocks of three":
        (vae(), [jury(OF_VAE, "DC", "vae"),
                 decision(OF_VAE, "partial", ALL[:2] + [("BC03", "refused")], chair="DC")],
         "partial", ["BC03/block_by_vae", "decision"]),
    "admitted by a regular jury": (apprentice(), [jury(FOUR), decision(FOUR)], "admitted", []),
    "admitted by a jury of three":
        (apprentice(), [jury(FOUR), decision(["DG", "A2", "X1"])], "admitted", ["jury_training"]),
    "a block below the mark that the jury validates":
        (apprentice(BC02_EX1=grade("BC02-EX1", "9.6"), BC02_EX2=grade("BC02-EX2", "9.6")),
         [jury(FOUR), decision(FOUR, blocks=ALL)], "admitted", []),
    "no English, and a jury that admits all the same":
        (apprentice(english=None), [jury(FOUR), decision(FOUR, blocks=ALL)], "admitted",
         ["english"]),
    "deferred although nothing is missing":
        (apprentice(), [jury(FOUR), decision(FOUR, "deferred")], "deferred", ["decision"]),
    "an entry after the registration":
        ([enrolment("continuing_education", entry="2026-09-01")], [], "no_edition_in_force", []),
    "a student of the school": ([enrolment("student")], [], "route_closed", []),
    "a candidate alone": ([enrolment("individual")], [], "route_closed", []),
    "a grade of 20.5": (apprentice(x=grade("BC01-EX1", "20.5")), [], "grade_out_of_range", []),
    "a resit without a first session":
        ([enrolment(), grade("BC01-EX1", "12", session="resit", attempt=2)], [],
         "resit_without_first", []),
    "a certificate in the year 2030":
        (apprentice(english=certificate(effective="2030-01-10", level="b2")), [], "future_date", []),
    "admitted with a juror whom nobody appointed":
        (apprentice(), [jury(FOUR), decision(["DG", "A2", "X1", "X3"])], "admitted",
         ["jury_training"]),
}


class Store:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.common = ["--store", str(self.folder / "store"), "--json"]

    def run(self, *arguments, actor=True):
        who = ["--actor", "REG", "--role", "registrar"] if actor else []
        return subprocess.run([self.program, *arguments, *self.common, *who], capture_output=True,
                              text=True, check=False)

    def must(self, *arguments, **options):
        done = self.run(*arguments, **options)
        if done.returncode != 0:
            sys.exit(f"{' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}")

    def make(self):
        self.must("init", "--number", "REG", "--name", "Registraire", "--first-name", "Alix",
                  actor=False)
        self.must("referential", "publish", str(RULES), "--from", f"{ENTRY}-09-01", "--adopted",
                  f"{ENTRY}-06-15")
        self.must("import", self.write("institution", institution()))

    def write(self, name, rows):
        path = self.folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return str(path)


def enter(store, number, rows, juries):
    """Records the career; the code of the first refusal, if there is one."""
    own = copy.deepcopy(rows)
    for row in own:
        row["subject"] = number
        if row["type"] == "LanguageCertificateRecorded":
            row["number"] = f"C-{number}"
    for row in copy.deepcopy(juries):
        if row["type"] == "JuryAppointed":
            row["code"] = f"J-{number}"
        else:
            row.update(subject=number, jury=f"J-{number}")
        own.append(row)
    own.insert(0, fact("LearnerRegistered", "2022-08-29", number=number,
                       identity={"birth_name": f"Apprenant {number}", "first_names": ["Dominique"]}))
    for i, row in enumerate(own):
        row["id"] = f"{number}-{i}"
    stays = [f"row:{row['id']}" for row in own if row["type"] == "MobilityPeriodRecorded"]
    for row in own:
        if row["type"] == "MobilityReportAssessed" or row.get("kind") == "mobility":
            row["stays"] = stays if row["stays"] is EVERY_STAY else [stays[i] for i in row["stays"]]
    done = store.run("import", store.write(number, own))
    if done.returncode == 0:
        return None
    answer = json.loads(done.stderr)
    codes = [problem.get("code") for problem in answer.get("problems", []) if problem.get("code")]
    return codes[0] if codes else done.stderr


def ask(store, number, on):
    done = store.run("status", number, "--on", on, actor=False)
    if done.returncode not in (0, 1):
        return done.stderr, []
    answer = json.loads(done.stdout)
    missing = ["/".join(filter(None, [one.get("block"), one["requirement"]]))
               for one in answer["missing"]
               if not one["act_of_jury"] or one["outcome"] == "not_satisfied"]
    return answer["standing"]["certification"], missing


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store(sys.argv[1], folder)
        store.make()
        for number, (name, (rows, juries, standing, missing)) in enumerate(CAREERS.items(), 31001):
            number = str(number)
            refused = enter(store, number, rows, juries)
            later = any(row["effective"] > ON for row in rows)
            found = (refused, []) if refused else ask(store, number, "2026-11-01" if later else ON)
            if found != (standing, missing):
                failed += 1
                print(f"{name}: expected {standing} {missing}, found {found[0]} {found[1]}")
    print(f"{len(CAREERS)} careers, {failed} not as expected")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
