// The statutory report as plain structs: one struct for each part of the form, one member for each cell.
//
// A member's path is its cell's name everywhere: report.requests.received.total is "requests.received.total" in JSON,
// the C ABI, Python, the program and every finding. A struct with a member named `total` adds up to it (see
// equation.hpp).
//
// The superset serves both editions of the form: 2019 (国办公开办函〔2019〕60号, report years 2019-2020) and 2021
// (国办公开办函〔2021〕30号, from report year 2021). A cell that an edition does not have stays blank.
// "Regulations" below means 《政府信息公开条例》 (State Council Decree 711, in force 2019-05-15).
//
// Behind this door: model/value.hpp holds the two kinds of number.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "gongkai/model/value.hpp"

namespace gongkai {

// ---- Section two: proactive disclosure (Regulations art. 20; 50(1)(1)) ----

/// Government rules or normative documents, art. 20(1). The three columns changed their meaning between the editions.
struct Documents {
  Count newly_made, newly_disclosed, total_disclosed;  // 2019
  Count issued, repealed, in_force;                    // 2021
};
BOOST_DESCRIBE_STRUCT(Documents, (), (newly_made, newly_disclosed, total_disclosed, issued, repealed, in_force))

/// Licensing and other services (art. 20(5)), penalties and compulsion (art. 20(6)).
struct Actions {
  Count items_prior_year;  ///< 2019: entries in last year's catalogue
  Count items_change;      ///< 2019: entries added or removed this year; signed
  Count decisions;         ///< cases decided this year
};
BOOST_DESCRIBE_STRUCT(Actions, (), (items_prior_year, items_change, decisions))

/// Administrative fees, art. 20(8): a number of items in 2019, money in 2021; the two have no relation.
struct Fees {
  Count items_prior_year, items_change;  // 2019
  Money amount;                          // 2021; the form prints 万元
};
BOOST_DESCRIBE_STRUCT(Fees, (), (items_prior_year, items_change, amount))

/// Central procurement, art. 20(9), only in 2019. The form prints no unit for the amount.
struct Procurement {
  Count projects;
  Money amount;
};
BOOST_DESCRIBE_STRUCT(Procurement, (), (projects, amount))

/// Section two as a whole (art. 20; 50(1)(1)).
struct Disclosure {
  Documents government_rules, normative_documents;
  Actions licensing, other_services, penalties, compulsion;
  Fees fees;
  Procurement procurement;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (),
                      (government_rules, normative_documents, licensing, other_services, penalties, compulsion, fees,
                       procurement))

// ---- Section three: requests (Regulations art. 27-45; 50(1)(2)) ----

/// One row of the table of requests: who applied (art. 27). Unit 件.
struct Applicants {
  Count natural_person;
  Count commercial_enterprise, research_institution, public_welfare_organization, legal_service_organization, other;
  Count total;
};
BOOST_DESCRIBE_STRUCT(Applicants, (),
                      (natural_person, commercial_enterprise, research_institution, public_welfare_organization,
                       legal_service_organization, other, total))

/// （三）不予公开: refused (art. 14-16, 36(3), 36(7)).
struct Denied {
  Applicants state_secret, other_legal_prohibition, security_and_stability;  // art. 14
  Applicants third_party_rights;                                             // art. 15
  Applicants internal_affairs, deliberative_process, enforcement_file;       // art. 16
  Applicants administrative_query;                                           // art. 36(7)
};
BOOST_DESCRIBE_STRUCT(Denied, (),
                      (state_secret, other_legal_prohibition, security_and_stability, third_party_rights,
                       internal_affairs, deliberative_process, enforcement_file, administrative_query))

/// （四）无法提供: cannot be provided (art. 29-30, 36(4), 36(5), 38).
struct Unavailable {
  Applicants not_held, requires_creation, still_unclear;
};
BOOST_DESCRIBE_STRUCT(Unavailable, (), (not_held, requires_creation, still_unclear))

/// （五）不予处理: not processed (art. 35, 36(6), 39).
struct NotProcessed {
  Applicants petition_or_complaint, repeat_request, published_material, excessive_requests, confirm_or_reissue;
};
BOOST_DESCRIBE_STRUCT(NotProcessed, (),
                      (petition_or_complaint, repeat_request, published_material, excessive_requests,
                       confirm_or_reissue))

/// （六）其他处理: one row in 2019, three in 2021 (art. 30, 42).
struct OtherHandling {
  Applicants unspecified;                                                 // 2019
  Applicants no_correction_in_time, fee_not_paid_in_time, miscellaneous;  // 2021
};
BOOST_DESCRIBE_STRUCT(OtherHandling, (), (unspecified, no_correction_in_time, fee_not_paid_in_time, miscellaneous))

/// 三、本年度办理结果: what became of the requests. Every row but the total is a result of its own.
struct Outcomes {
  Applicants granted;            // art. 36(1), 36(2)
  Applicants partially_granted;  // art. 37; counted here and in no other row
  Denied denied;
  Unavailable unavailable;
  NotProcessed not_processed;
  OtherHandling other_handling;
  Applicants total;
};
BOOST_DESCRIBE_STRUCT(Outcomes, (),
                      (granted, partially_granted, denied, unavailable, not_processed, other_handling, total))

/// The table of requests. The form itself says: received + carried_in = outcomes.total + carried_out, in every column.
struct Requests {
  Applicants received, carried_in;
  Outcomes outcomes;
  Applicants carried_out;
};
BOOST_DESCRIBE_STRUCT(Requests, (), (received, carried_in, outcomes, carried_out))

// ---- Section four: review and litigation (Regulations art. 51; 50(1)(3)) ----

/// Cases by their result; pending cases are inside the total. Unit 件. A case in which the body is co-defendant only as
/// reviewing authority is not counted (国办公开办函〔2016〕201号).
struct Cases {
  Count upheld, corrected, other, pending, total;
};
BOOST_DESCRIBE_STRUCT(Cases, (), (upheld, corrected, other, pending, total))

/// Litigation over requests, by whether the case went to review first (art. 51; 50(1)(3)).
struct Litigation {
  Cases direct;        ///< 未经复议直接起诉
  Cases after_review;  ///< 复议后起诉
};
BOOST_DESCRIBE_STRUCT(Litigation, (), (direct, after_review))

// ---- The report ----

/// All numbers of the form and nothing else: 226 cells, each 8 bytes, no padding.
struct Figures {
  Disclosure disclosure;
  Requests requests;
  Cases review;
  Litigation litigation;
};
BOOST_DESCRIBE_STRUCT(Figures, (), (disclosure, requests, review, litigation))

/// The edition of the form that a report is written in.
enum class Edition : std::uint8_t { unknown, form_2019, form_2021 };

/// The rank of the body that reports; 设区的市 and 自治州 are `prefecture`.
enum class Level : std::uint8_t { unknown, national, province, prefecture, county, township };

/// What kind of body reports: a government, a department of one, an agency (派出机关, development zone), an
/// institution.
enum class Kind : std::uint8_t { unknown, government, department, agency, institution };

/// Whether the figures are the body's own or those of its whole territory.
enum class Extent : std::uint8_t { unknown, own, territory };

/// A calendar day; year 0 means that no date is known.
struct Date {
  int year = 0, month = 0, day = 0;
  constexpr bool is_known() const { return year != 0; }
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// Which report this is (art. 49, 50).
struct About {
  std::string title;
  std::string authority;  ///< the reporting body as it names itself
  Level level = Level::unknown;
  Kind kind = Kind::unknown;
  Extent coverage = Extent::unknown;
  int year = 0;  ///< the year reported on (not the year of publication); 0 when not known
  Edition edition = Edition::unknown;
  Date publication_date;
  std::string publisher;  ///< who put the page up, as it says itself (来源, 发布机构); another than the body, often
  friend bool operator==(const About&, const About&) = default;
};

/// The sections that are text (art. 50(1)(1), (2), (4), (5)), and the text before them. Paragraphs are separated by '\n'.
struct Narrative {
  std::string preamble;                   ///< what stands between the title and section one: basis and period, mostly
  std::string overview;                   ///< 一、总体情况
  std::string problems_and_improvements;  ///< 五、存在的主要问题及改进情况
  std::string other_matters;              ///< 六、其他需要报告的事项
  friend bool operator==(const Narrative&, const Narrative&) = default;
};

/// A row that is not on the official form (a province added it), kept as it was written.
struct ExtensionRow {
  std::string table;                 ///< key of the table it stood in, see catalog.hpp
  std::string label;                 ///< the row's label as printed
  std::vector<std::string> columns;  ///< the heads above its values, where there were any
  std::vector<std::string> values;   ///< the cells as printed
  friend bool operator==(const ExtensionRow&, const ExtensionRow&) = default;
};

/// 政府信息公开工作年度报告 (Regulations art. 49, 50).
struct Report : Figures {
  About about;
  Narrative narrative;
  std::vector<ExtensionRow> extensions;
};

inline bool operator==(const Figures& a, const Figures& b) {
  return std::memcmp(&a, &b, sizeof(Figures)) == 0;
}
inline bool operator==(const Report& a, const Report& b) {
  return static_cast<const Figures&>(a) == static_cast<const Figures&>(b) && a.about == b.about &&
         a.narrative == b.narrative && a.extensions == b.extensions;
}

}  // namespace gongkai
