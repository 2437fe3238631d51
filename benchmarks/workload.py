#!/usr/bin/env python3
"""Writes the facts of N invented learners as JSON Lines, about 100 facts each, for `cartulary import`.

    benchmarks/workload.py --setup > setup.jsonl                  # persons, offices, plans; once
    benchmarks/workload.py --learners 1000 [--first 1] > a.jsonl  # then as many as wanted

The learners of the cohorts of 2022 and 2023 have been before a jury, and those whom it admitted have
their award. The same arguments give the same bytes. The rules must be published as edition 2022 of
RNCP39304, in a store made by `cartulary init` after the last award.
"""

import argparse
import datetime
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MINUTES = ROOT / "examples" / "rncp39304" / "documents" / "PV-JD-2025-07.txt"
CERTIFICATION = "RNCP39304"
BLOCKS = {"BC01": 7, "BC02": 8, "BC03": 11}
KINDS = ["written", "oral", "practical", "case_study", "project"]
PLANS_PER_BLOCK = 26
TEACHERS = [f"T{i:03}" for i in range(40)]
TUTORS = [f"C{i:03}" for i in range(100)]
JURY = [("T000", "academic", "programme_teacher"), ("T002", "academic", "programme_teacher"),
        ("C001", "professional", "professional"), ("C002", "professional", "professional")]
CANDIDATES_PER_SESSION = 100
YEARS_BEFORE_JURY = 3
LAST_SESSION = 2026


def emit(out, row_id, fact_type, **fields):
    row = {"id": row_id, "type": fact_type}
    row.update({name.rstrip("_"): value for name, value in fields.items() if value is not None})
    out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def plans():
    for block, competencies in BLOCKS.items():
        for i in range(PLANS_PER_BLOCK):
            yield f"{block}-P{i:02}", block, KINDS[i % 5], f"{block}-C{i % competencies + 1:02}", i


def setup(out):
    for number in TEACHERS + TUTORS:
        emit(out, f"person-{number}", "PersonRegistered", number=number, effective="2022-06-01",
             identity={"birth_name": f"Nom{number}", "first_names": ["Prénom"]})
    emit(out, "office", "OfficeHeld", person="T000", office="director_general",
         effective="2021-01-01")
    emit(out, "body", "BodyAccredited", body="ETS", language="en", effective="2015-01-01")
    for plan, block, kind, competency, i in plans():
        emit(out, f"plan-{plan}", "AssessmentPlanned", certification=CERTIFICATION, edition="2022",
             plan=plan, block=block, competencies=[competency], kind=kind, weight="1",
             use="formative" if i % 9 == 8 else "summative", mandatory=i < 2,
             effective="2022-09-01")


def number_of(n):
    return f"W{n:07}"


def cohort_of(n):
    return 2022 + n % 3


def learner(out, n):
    r = random.Random(n)
    number = number_of(n)
    year = cohort_of(n)
    entry = datetime.date(year, 9, 1)

    def day(offset):
        return str(entry + datetime.timedelta(days=offset))

    emit(out, f"{number}-r", "LearnerRegistered", number=number, effective=day(-3),
         identity={"birth_name": f"Nom{n}", "first_names": ["Prénom"], "birth_date": "2000-01-15"})
    emit(out, f"{number}-e", "EnrolmentOpened", subject=number, certification=CERTIFICATION,
         route="apprenticeship", campus="AIX", cohort=str(year), qualification="BUT", level=6,
         effective=day(0))
    academic, company = r.choice(TEACHERS), r.choice(TUTORS)
    emit(out, f"{number}-c", "ContractStarted", subject=number, employer=f"SIRET-{n % 5000:014}",
         kind="apprenticeship", to=day(1095), effective=day(0))
    emit(out, f"{number}-ta", "TutorAssigned", subject=number, person=academic, role="academic",
         effective=day(0))
    emit(out, f"{number}-tc", "TutorAssigned", subject=number, person=company, role="company",
         effective=day(0))
    for plan, _, _, _, i in plans():
        emit(out, f"{number}-{plan}", "AssessmentRecorded", subject=number, plan=plan,
             session="first", attempt=1, status="graded", grade=str(r.randint(16, 38) / 2),
             assessors=[r.choice(TEACHERS)], accommodated=False, effective=day(30 + i * 11))
    for k in range(min(3, 2026 - year)):
        levels = [{"competency": f"{block}-C{i:02}", "level": min(4, k + 2)}
                  for block, count in BLOCKS.items() for i in range(1, count + 1)]
        emit(out, f"{number}-g{k}", "TutorGridSigned", subject=number,
             academic_year=f"{year + k}-{year + k + 1}", levels=levels,
             academic={"person": academic, "date": day(285 + 365 * k)},
             company={"person": company, "date": day(290 + 365 * k)}, effective=day(290 + 365 * k))
        emit(out, f"{number}-a{k}", "AlternanceReportAssessed", subject=number,
             academic_year=f"{year + k}-{year + k + 1}", company_tutor=company,
             company_outcome="favourable", programme_head="T001", head_outcome="favourable",
             effective=day(295 + 365 * k))
        if k > 0:
            emit(out, f"{number}-i{k}", "AnnualRegistrationRecorded", subject=number,
                 academic_year=f"{year + k}-{year + k + 1}", year_of_study=k + 1,
                 effective=day(365 * k))
    emit(out, f"{number}-l", "LanguageCertificateRecorded", subject=number, body="ETS",
         test="TOEIC-4S", language="en", scores=[{"part": "total", "score": "815"}], level="b2",
         number=f"ETS-{number}", effective=day(500))
    emit(out, f"{number}-m", "MobilityPeriodRecorded", subject=number, country="DE",
         from_=day(560), kind="company", ending="normal", effective=day(560 + 80 + n % 12))
    panel = [{"person": "T002", "college": "academic"}, {"person": "T003", "college": "academic"},
             {"person": "C001", "college": "professional"},
             {"person": "C002", "college": "professional"}]
    emit(out, f"{number}-mr", "MobilityReportAssessed", subject=number, stays=[f"row:{number}-m"],
         outcome="favourable", assessors=["T002"], effective=day(670))
    emit(out, f"{number}-md", "DefenceHeld", subject=number, kind="mobility", panel=panel,
         outcome="favourable", stays=[f"row:{number}-m"], effective=day(680))


def session(out, year, numbers):
    """A jury of July that decides on some learners of one cohort, and what follows for each."""
    code = f"JW-{year}-{numbers[0]}"
    held, sealed, issued = f"{year}-07-10", f"{year}-07-11", f"{year}-07-20"
    members = [{"person": person, "college": college, "capacity": capacity}
               for person, college, capacity in JURY]
    persons = [person for person, _, _ in JURY]
    emit(out, f"{code}-j", "JuryAppointed", code=code, kind="award", certification=CERTIFICATION,
         campus="AIX", session_date=held, appointed_by="T000", chair="T000", members=members,
         act=f"ARR-{code}", effective=f"{year}-03-01")
    for number in numbers:
        emit(out, f"{code}-{number}", "CandidateConvened", subject=code, learner=number,
             effective=f"{year}-06-20")
    for person in persons:
        emit(out, f"{code}-s{person}", "AttendanceSigned", subject=code, person=person,
             from_="09:00", to="12:30", signature="handwritten", effective=held)
    admitted = []
    for number in numbers:
        is_admitted = random.Random(number).random() < 0.9
        if is_admitted:
            admitted.append(number)
        emit(out, f"{number}-d", "JuryDecisionRecorded", subject=number, jury=code,
             blocks=[{"block": block, "decision": "validated" if is_admitted else "refused"}
                     for block in BLOCKS],
             decision="admitted" if is_admitted else "refused", deliberated=persons, chair="T000",
             effective=held)
    emit(out, f"{code}-m", "MinutesSealed", subject=code, signed_by=["T000"], effective=sealed,
         decisions=[{"learner": number, "version": f"row:{number}-d"} for number in numbers],
         evidence=[{"role": "minutes", "file": str(MINUTES)}])
    for number in numbers:
        emit(out, f"{number}-n", "DecisionNotified", subject=number, decision=f"row:{number}-d",
             means="portal", remedies=True, effective=sealed)
    for number in admitted:
        emit(out, f"{number}-t", "AwardIssued", subject=number, number=f"ENSAM-{number}",
             certification=CERTIFICATION, authority="director_general", effective=issued,
             entry="historical")


def sessions(out, numbers):
    by_year = {}
    for n in numbers:
        year = cohort_of(n) + YEARS_BEFORE_JURY
        if year <= LAST_SESSION:
            by_year.setdefault(year, []).append(number_of(n))
    for year, candidates in sorted(by_year.items()):
        for first in range(0, len(candidates), CANDIDATES_PER_SESSION):
            session(out, year, candidates[first : first + CANDIDATES_PER_SESSION])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--setup", action="store_true", help="write what the learners refer to")
    parser.add_argument("--learners", type=int, default=0)
    parser.add_argument("--first", type=int, default=1, help="number of the first learner")
    arguments = parser.parse_args()
    if arguments.setup:
        setup(sys.stdout)
    numbers = range(arguments.first, arguments.first + arguments.learners)
    for n in numbers:
        learner(sys.stdout, n)
    sessions(sys.stdout, numbers)


if __name__ == "__main__":
    main()
