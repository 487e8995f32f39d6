// What a rule is: a row of facts about it and a function. Users write their own with the same type.
//
// Behind this door: model/ (equations, findings, readings) and claims/ (what the prose says), which rules ask.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/catalog.hpp"
#include "gongkai/claims/claims.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/model/finding.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// Why the figures of a subordinate body, or one of them, are not in a sum.
enum class Gap : std::uint8_t {
  none,           ///< they are
  missing,        ///< there is no report
  unreadable,     ///< there is one that cannot be read
  other_year,     ///< the report is on another year
  duplicate,      ///< an earlier report in the list has the same name
  other_edition,  ///< the reports are on several forms, and not all have the cell
  unread_cell,    ///< the cell could not be read
  unknown_blank,  ///< the cell is blank and may be any number (blank policy `unknown`)
  too_large,      ///< the sum is more than the form can hold
};

/// What a gap means, in words.
constexpr Label describe(Gap gap) {
  constexpr Label labels[] = {
      {"已计入", "included"},
      {"没有年报", "no report"},
      {"年报读不出", "the report cannot be read"},
      {"年报是另一年度的", "the report is on another year"},
      {"同名年报重复，以前一份为准", "a second report of the same body; the first counts"},
      {"各单位年报格式不一，这些栏目不能相加", "the reports are on several forms, and not all have these cells"},
      {"有格子没有读出", "some cells could not be read"},
      {"空白的格子可能是任何数", "blank cells may be any number"},
      {"合计超出范围", "the sum is out of range"}};
  return labels[static_cast<std::size_t>(gap)];
}

/// A subordinate body whose figures the report includes, and its report. The report's own office is one of them.
struct Child {
  std::string_view name;
  const Report* report = nullptr;  ///< null: there is none, and `gap` says why
  const Reading* reading = nullptr;
  Gap gap = Gap::missing;  ///< of a body without a report: missing or unreadable
};

class Peers;

/// What a check looks at. Every pointer but the first may be null: rules about the document then stay open, and rules
/// that compare with what is not there are not run.
struct Dossier {
  const Report* report = nullptr;
  const Reading* reading = nullptr;  ///< of a document or of data
  const Report* previous = nullptr;  ///< the same body's report on the year before
  const Reading* previous_reading = nullptr;
  std::span<const Child> children{};
  /// The caller asserts that `children` are all the bodies that the report includes: a sum that differs is then an error.
  bool children_are_complete = false;
  /// The reports that were handed in with this one, itself among them or not; see compare/peers.hpp.
  const Peers* peers = nullptr;
};

/// What a blank cell counts as.
enum class BlankPolicy : std::uint8_t {
  as_zero,  ///< the form's practice: a blank part counts 0; a blank total is not stated and stands for the sum of its
            ///< parts
  unknown,  ///< a blank may be any number from 0 up: only what holds or fails for all of them is decided
};

/// What the relation compares, and so what it needs.
enum class Scope : std::uint8_t { report, document, years, rollup, narrative, peers };

/// Why a relation must hold.
enum class Ground : std::uint8_t {
  form,        ///< printed on the form
  arithmetic,  ///< the meaning of a total
  definition,  ///< the meaning of a column
  law,         ///< an article
  practice,    ///< what is seen and expected
  layout,      ///< the form's parts, rows and wording
};

struct Others;

/// What a rule's function looks at: the dossier, and what follows from it for every rule.
class Subject {
 public:
  Subject(const Dossier& dossier, BlankPolicy blanks, const Others* others = nullptr, int similarity_threshold = 50)
      : dossier_(dossier),
        blanks_(blanks),
        others_(others),
        similarity_threshold_(similarity_threshold),
        equations_hold_(gongkai::equations_hold(*dossier.report)),
        in_edition_(cells_of(dossier.report->about.edition)) {
    const CellSet signs = CellSet::with_sign(report());
    signs.for_each([this](std::size_t cell) {
      if (raw_cell(report(), cell) != Reported::blank_raw) {
        negative_.add(cell);
      }
    });
    blank_ = signs - negative_;
    if (dossier_.reading != nullptr) {
      CellSet not_in_document;  // of the edition, but the document has another row for it: not blank, not there
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        const CellState state = dossier_.reading->sources[cell].state;
        if (state == CellState::unreadable || state == CellState::absent) {
          unread_.add(cell);
        } else if (state == CellState::inferred) {
          inferred_.add(cell);
        } else if (state == CellState::not_in_form && reading() != nullptr) {
          not_in_document.add(cell);
        }
      }
      in_edition_ = in_edition_ - (not_in_document & blank_);
    }
    missing_ = blank_ & in_edition_;
    const Narrative& narrative = report().narrative;
    if (!narrative.overview.empty() || !narrative.other_matters.empty() ||
        (reading() != nullptr && !reading()->table_text.empty())) {
      claims_.emplace();
      for (const Prose prose : {Prose::overview, Prose::other_matters, Prose::beside_tables}) {
        find_claims(text(prose), prose, report().about, *claims_);
      }
    }
  }

  const Dossier& dossier() const { return dossier_; }
  /// The other reports of the dossier, see others.hpp. Not null for a rule of scope `years` or `rollup`.
  const Others* others() const { return others_; }
  /// Percent of a text that may stand in another report.
  int similarity_threshold() const { return similarity_threshold_; }
  const Report& report() const { return *dossier_.report; }
  /// What the reader found in the document; null where there is none.
  const Reading* reading() const { return dossier_.reading == nullptr ? nullptr : document_of(*dossier_.reading); }
  /// The fields in which the caller contradicts the document or the data, and what these say.
  std::span<const AboutField> contradicted() const {
    return dossier_.reading == nullptr ? std::span<const AboutField>() : dossier_.reading->contradicted;
  }
  const About& said() const { return dossier_.reading == nullptr ? report().about : dossier_.reading->said; }
  Edition edition() const { return report().about.edition; }
  /// Whether the report is on a year before there was a national form, and follows none.
  bool is_before_the_form() const {
    const About& about = report().about;
    return about.year != 0 && about.year < 2019 && about.edition == Edition::unknown;
  }
  BlankPolicy blanks() const { return blanks_; }

  std::optional<std::int64_t> value(std::size_t cell) const { return gongkai::cell(report(), cell); }
  /// The index of a cell given as a member of report().
  std::size_t index_of(const Reported& cell) const {
    return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&cell) -
                                    reinterpret_cast<const std::byte*>(static_cast<const Figures*>(&report()))) /
           sizeof(std::int64_t);
  }

  /// Cells without a number, whether blank, unread, or not on the report's form.
  const CellSet& blank() const { return blank_; }
  const CellSet& negative() const { return negative_; }
  /// Cells that hold something that could not be read: neither a number nor a blank.
  const CellSet& unread() const { return unread_; }
  /// Cells whose numbers only equations settle: of those equations nothing is proven.
  const CellSet& inferred() const { return inferred_; }
  /// The cells of the report's edition that its document has. With the edition unknown, every cell may belong to it.
  const CellSet& in_edition() const { return in_edition_; }

  /// Cells of the report's edition without a number.
  const CellSet& missing() const { return missing_; }
  /// Whether every equation holds with blanks counting 0.
  bool equations_hold() const { return equations_hold_; }
  /// Whether every cell of the edition has a number and no other cell has one.
  bool is_filled() const { return missing_.empty() && ((cells_of(Edition::unknown) - in_edition_) - blank_).empty(); }

  /// What the text claims; null where there is no text.
  const Claims* claims() const { return claims_ ? &*claims_ : nullptr; }
  std::string_view text(Prose prose) const {
    switch (prose) {
      case Prose::overview:
        return report().narrative.overview;
      case Prose::problems:
        return report().narrative.problems_and_improvements;
      case Prose::other_matters:
        return report().narrative.other_matters;
      case Prose::beside_tables:
        break;
    }
    return reading() == nullptr ? std::string_view() : std::string_view(reading()->table_text);
  }

  CellValue cell_value(std::size_t cell) const {
    return {static_cast<std::uint16_t>(cell), value(cell),
            reading() == nullptr ? Place{} : reading()->sources[cell].place};
  }

 private:
  Dossier dossier_;
  BlankPolicy blanks_;
  const Others* others_;
  int similarity_threshold_;
  bool equations_hold_;
  CellSet in_edition_, blank_, missing_, negative_, unread_, inferred_;
  std::optional<Claims> claims_;
};

/// Takes a rule's verdicts, one for each instance of the relation.
class Verdicts {
 public:
  Verdicts(std::string_view rule, Severity severity, const Subject& subject, Coverage& coverage,
           std::vector<Finding>& findings)
      : rule_(rule), severity_(severity), subject_(subject), coverage_(coverage), findings_(findings) {}

  void held(std::size_t instances = 1) { add(coverage_.held, instances); }
  /// Held, counting a blank as 0.
  void held_assuming_zero() {
    add(coverage_.held, 1);
    add(coverage_.assumed, 1);
  }
  void open(OpenReason reason, std::size_t instances = 1) {
    add(coverage_.open[static_cast<std::size_t>(reason)], instances);
  }
  /// Records a finding that names the cells, and returns it for the rule to complete.
  template <class Indexes = std::array<std::size_t, 0>>
  Finding& violated(const Indexes& indexes = {}) {
    add(coverage_.violated, 1);
    Finding& finding = findings_.emplace_back();
    finding.rule = rule_;
    finding.severity = severity_;
    for (const std::size_t index : indexes) {
      finding.cells.push_back(subject_.cell_value(index));
      finding.is_money = finding.is_money || cells[index].is_money;
    }
    if (!finding.cells.empty()) {
      finding.place = finding.cells.front().place;
    }
    return finding;
  }
  /// The same, for a fault of the document at a place.
  Finding& violated_at(const Place& place, std::string detail) {
    Finding& finding = violated();
    finding.place = place;
    finding.detail = std::move(detail);
    return finding;
  }

 private:
  static void add(std::uint32_t& count, std::size_t n) { count += static_cast<std::uint32_t>(n); }

  std::string_view rule_;
  Severity severity_;
  const Subject& subject_;
  Coverage& coverage_;
  std::vector<Finding>& findings_;
};

/// A rule. The texts must outlive every assessment made with it (string literals do).
///
/// In `message`, these stand for what the finding says: {cell} and {value} its first cell, {row} and {column} their
/// labels, {cells} all cells, {left} and {right} the two sides, {difference} how far they lie apart, {reason} which way it
/// fails, {detail} the text
/// in question, {same} the other cells that hold the left side's number, {year} the report's year.
struct Rule {
  std::string_view id;
  Severity severity = Severity::warning;
  Scope scope = Scope::report;
  Editions editions = Editions::both;
  Ground ground = Ground::practice;
  Label citation{};                                  ///< the ground in words
  Label statement{};                                 ///< what must hold
  Label message{};                                   ///< how to say that it does not
  Label example{};                                   ///< a case in point
  void (*run)(const Subject&, Verdicts&) = nullptr;  ///< null: the rule only explains the form
};

}  // namespace gongkai
