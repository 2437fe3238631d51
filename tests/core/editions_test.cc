#include "core/fold/editions.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace cartulary {
namespace {

Date Day(const char* text) { return Date::Parse(text).value(); }

// Every date that people may write has an academic year, and that one a year after it.
TEST(AcademicYearTest, ReachesPastTheDatesThatPeopleMayWrite) {
  const AcademicYear first = AcademicYearOf(Day("1900-01-01"));
  EXPECT_EQ(first.first, 1899);
  EXPECT_EQ(ToText(FirstDayOf(first)), "1899-09-01");
  const AcademicYear last = AcademicYearOf(Day("2199-12-31"));
  EXPECT_EQ(last.first, 2199);
  EXPECT_EQ(ToText(FirstDayOf({static_cast<std::uint16_t>(last.first + 1)})), "2200-09-01");
  EXPECT_EQ(AcademicYearOf(Day("2199-08-31")).first, 2198);
}

class EditionsTest : public testing::Test {
 protected:
  Entry& Add(PlainFact fact, Date effective) {
    Entry entry;
    entry.version = {referential_.next_version++};
    entry.effective = effective;
    entry.fact = std::move(fact);
    return referential_.entries.emplace_back(std::move(entry));
  }
  Entry& AddEdition(const char* code, const char* from, const char* to = nullptr,
                    BindingDate binding = BindingDate::kEntryDate) {
    EditionPublished edition;
    edition.edition = {code};
    edition.binding = binding;
    if (to != nullptr) edition.to = Day(to);
    return Add(edition, Day(from));
  }
  Entry& AddRevision(const char* edition, std::uint32_t number, RevisionKind kind) {
    RevisionPublished revision;
    revision.edition = {edition};
    revision.number = number;
    revision.kind = kind;
    revision.text.bytes[0] = static_cast<std::uint8_t>(number);
    return Add(revision, Day("2024-01-01"));
  }
  std::string InForce(const char* entry) {
    const auto edition = EditionInForce(referential_, Day(entry));
    return edition ? edition->text : "none";
  }

  FoldedStream referential_;
};

TEST_F(EditionsTest, AcademicYearTurnsOnTheFirstOfSeptember) {
  EXPECT_EQ(AcademicYearOf(Day("2024-08-31")).first, 2023);
  EXPECT_EQ(AcademicYearOf(Day("2024-09-01")).first, 2024);
  EXPECT_EQ(AcademicYearOf(Day("2025-01-15")).first, 2024);
  EXPECT_EQ(FirstDayOf(AcademicYear{2024}), Day("2024-09-01"));
}

TEST_F(EditionsTest, BoundaryDaysAreInForce) {
  AddEdition("A", "2020-09-01", "2022-08-31");

  EXPECT_EQ(InForce("2020-08-31"), "none");
  EXPECT_EQ(InForce("2020-09-01"), "A");
  EXPECT_EQ(InForce("2022-08-31"), "A");
  EXPECT_EQ(InForce("2022-09-01"), "none");
}

TEST_F(EditionsTest, TheEditionThatCameIntoForceLastBinds) {
  AddEdition("B", "2022-09-01");
  AddEdition("A", "2020-09-01");
  EXPECT_EQ(InForce("2021-10-01"), "A");
  EXPECT_EQ(InForce("2023-10-01"), "B");

  AddEdition("C", "2022-09-01");
  EXPECT_EQ(InForce("2023-10-01"), "C") << "of one day, the one published last";
}

TEST_F(EditionsTest, AnEditionThatBindsByAcademicYearTakesWhoEntersDuringIt) {
  AddEdition("A", "2020-09-01");
  AddEdition("B", "2023-01-01", nullptr, BindingDate::kAcademicYear);

  EXPECT_EQ(InForce("2023-03-01"), "A") << "the year began before B was in force";
  EXPECT_EQ(InForce("2023-09-01"), "B");
}

TEST_F(EditionsTest, AVoidedEditionDoesNotBind) {
  AddEdition("A", "2020-09-01").superseded = Superseded{};
  EXPECT_EQ(InForce("2021-10-01"), "none");
}

TEST_F(EditionsTest, OnlyTheFirstRevisionOfAnEditionIsAppliedOnPublication) {
  AddRevision("A", 1, RevisionKind::kFirst);
  AddRevision("A", 2, RevisionKind::kCorrection);
  AddRevision("B", 3, RevisionKind::kFirst);
  AddRevision("B", 4, RevisionKind::kCompletion);

  EXPECT_EQ(FindAppliedRevision(referential_, {"A"})->number, 1u);
  EXPECT_EQ(FindAppliedRevision(referential_, {"B"})->number, 3u);
  EXPECT_EQ(FindAppliedRevision(referential_, {"B"})->text.bytes[0], 3);
  EXPECT_FALSE(FindAppliedRevision(referential_, {"C"}));
  EXPECT_EQ(FindRevision(referential_, 4)->text.bytes[0], 4);
  EXPECT_FALSE(FindRevision(referential_, 5));
}

}  // namespace
}  // namespace cartulary
