// What the program can do: one function for each subcommand, and what the command line asked of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write_findings.hpp"
#include "gongkai/write_table.hpp"
#include "terminal.hpp"

namespace gongkai::cli {

/// What the command line asked for.
struct Settings {
  Language language = Language::zh;
  bool json = false;
  std::vector<std::string> paths;
  std::optional<char> name_end;  ///< of `check` and `table`: the names of files are read from the standard input
  Hints hints;
  CheckOptions check;
  bool coverage_by_rule = false;
  bool places = false;                 ///< of cells, in JSON Lines
  bool verbose = false;                ///< of `check`: each report in full, and what was checked as a table
  bool quiet = false;                  ///< of `check`: no results, the exit code tells
  bool exit_zero = false;              ///< of `check`: what was found or not read does not show in the exit code
  bool errors_only = false;            ///< of `check`: findings of other severities are left out
  Edition edition = Edition::unknown;  ///< of `cells` and `form`: only this one
  bool schema = false;                 ///< of `cells`: the JSON Schema instead
  std::string rule;                    ///< of `explain`

  std::string previous;  ///< of `check` and `why`: last year's report, or a folder of last year's
  std::string children;  ///< of `check` and `why`: folder of the reports of subordinate bodies
  bool children_are_complete = false;
  std::string bodies;         ///< of `check`, `why` and `rollup`: the register of bodies
  std::string waivers;        ///< of `check`: accepted findings
  std::string write_waivers;  ///< of `check`: file for waivers of what was found
  std::string body;           ///< of `rollup`: whose total it is
  bool by_body = false;       ///< of `rollup`: a table with a column for each body
  std::string output;         ///< of `check`, `read`, `convert`, `form`, `rollup`: file for what comes out

  std::string form;               ///< of `convert`: a Word document to fill in
  bool template_example = false;  ///< of `form`: a Word document with the names of all fields
  bool values_only = false;       ///< of `convert` and `form`: a workbook without formulas

  std::optional<FindingsFormat> format;  ///< of `check`; none: words
  std::optional<TableShape> table;       ///< of `table`; none: the command is another
  std::size_t jobs = 0;                  ///< of `check`: threads; 0: one for each processor

  std::string_view say(std::string_view zh, std::string_view en) const { return language == Language::zh ? zh : en; }
};

enum ExitCode : int {
  exit_clean = 0,   ///< done; no finding of severity error
  exit_faults = 1,  ///< done; some report has an error
  exit_failed = 2,  ///< something could not be read or written, or the command is wrong
};

int run_check(const Settings& settings, Output& out, Output& err);
int run_table(const Settings& settings, Output& out, Output& err);
int run_read(const Settings& settings, Output& out, Output& err);
int run_convert(const Settings& settings, Output& out, Output& err);
int run_form(const Settings& settings, Output& out, Output& err);
int run_show(const Settings& settings, Output& out, Output& err);
int run_why(const Settings& settings, Output& out, Output& err);
int run_diff(const Settings& settings, Output& out, Output& err);
int run_rollup(const Settings& settings, Output& out, Output& err);
int run_cells(const Settings& settings, Output& out);
int run_rules(const Settings& settings, Output& out);
int run_explain(const Settings& settings, Output& out, Output& err);

/// "gongkai: <about what>: <message>" on stderr.
void complain(Output& err, std::string_view about, std::string_view message);

/// The edition in words: 2019年版.
std::string edition_name(Edition edition, Language language);
std::string editions_name(Editions editions, Language language);

/// The tables of a report, drawn as the form has them.
void print_form(const Report& report, const Settings& settings, Output& out);

/// A finding with its severity, its place and its rule.
void print_finding(const Finding& finding, const About& about, const Reading* reading, const Settings& settings,
                   Output& out);

/// What is said of a document that LibreOffice converted before it was read.
inline constexpr Label converted_by_soffice{"已由LibreOffice（soffice）转换后读取。",
                                            "Converted by LibreOffice (soffice) and then read."};

/// Something that the reader noticed, in one line.
void print_note(const Note& note, const About& about, const Settings& settings, Output& out);

/// The title, body, year and edition of a report, as the lines above what is said of it.
void print_head(const About& about, const Settings& settings, Output& out);

}  // namespace gongkai::cli
