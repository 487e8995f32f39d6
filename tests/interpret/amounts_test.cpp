// Units of money: in the cell, in the head, in a line above or below, printed by the form, or nowhere.
#include <doctest/doctest.h>

#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"

using namespace gongkai;

namespace {

struct Amount {
  std::optional<std::int64_t> fen;
  std::size_t on_unit = 0, on_value = 0;  ///< findings
};

Amount amount_in(const std::string& title, const std::string& table, std::string_view key) {
  const Result<Reading> reading = read(title + "\n一、总体情况\n公开信息5条。\n二、主动公开政府信息情况\n" + table +
                                       "\n三、收到和处理政府信息公开申请情况\n");
  REQUIRE(reading);
  Amount amount{cell(reading->report, find_cell(key)->index), 0, 0};
  for (const Finding& finding : check(reading.value()).findings) {
    amount.on_unit += finding.rule.starts_with("disclosure.amount_unit");
    amount.on_value += finding.rule.starts_with("value.unparsable") || finding.rule.starts_with("form.unread");
  }
  return amount;
}
Amount procurement(const std::string& written, const std::string& head = "采购总金额", const std::string& above = "",
                   const std::string& below = "") {
  return amount_in("清溪县水利局2020年政府信息公开工作年度报告",
                   above + "第二十条第（九）项\n信息内容 | 采购项目数量 | " + head + "\n政府集中采购 | 15 | " +
                       written + "\n" + below,
                   "disclosure.procurement.amount");
}
Amount fees(const std::string& written, const std::string& head = "本年收费金额（单位：万元）",
            const std::string& above = "", const std::string& below = "") {
  return amount_in("清溪县水利局2023年政府信息公开工作年度报告",
                   above + "第二十条第（八）项\n信息内容 | " + head + "\n行政事业性收费 | " + written + "\n" + below,
                   "disclosure.fees.amount");
}

}  // namespace

TEST_CASE("an amount without a unit is yuan, or 万元 where it is finer than 分, and that is said once") {
  CHECK(procurement("29.05").fen == 2905);
  CHECK(procurement("29.05").on_unit == 1);
  for (const auto& pair :
       {std::pair{"29.0506", 29'050'600}, std::pair{"1276.553", 1'276'553'000}, std::pair{"0.0312", 31'200}}) {
    const char* written = pair.first;
    CAPTURE(written);
    const Amount amount = procurement(written);
    CHECK(amount.fen == pair.second);
    CHECK(amount.on_unit == 1);
    CHECK(amount.on_value == 0);
  }
  CHECK(procurement("0").on_unit == 0);
}

TEST_CASE("a unit in the cell, the head or a line beside the table leaves nothing to say") {
  for (const std::string written : {"29.05元", "￥29.05", "¥29.05", "29.05（元）", "29.05(单位：元)", "￥29.05元"}) {
    CAPTURE(written);
    const Amount amount = procurement(written);
    CHECK(amount.fen == 2905);
    CHECK(amount.on_unit + amount.on_value == 0);
  }
  for (const std::string written : {"29.05万元", "29.05 万元", "29.05（万元）"}) {
    CAPTURE(written);
    CHECK(procurement(written).fen == 29'050'000);
    CHECK(procurement(written).on_unit == 0);
  }
  CHECK(procurement("29.05", "采购总金额（万元）").fen == 29'050'000);
  CHECK(procurement("29.05", "采购总金额（万元）").on_unit == 0);
  CHECK(procurement("29.05", "采购总金额（单位：元）").fen == 2905);
  CHECK(procurement("29.05", "采购总金额（单位：元）").on_unit == 0);
  for (const std::string line : {"单位：万元\n", "（金额单位：万元）\n", "注：采购金额单位为万元\n", "單位：萬元\n"}) {
    CAPTURE(line);
    CHECK(procurement("29.05", "采购总金额", line).fen == 29'050'000);
    CHECK(procurement("29.05", "采购总金额", line).on_unit == 0);
    CHECK(procurement("29.05", "采购总金额", "", line).fen == 29'050'000);
    CHECK(procurement("29.05", "采购总金额", "", line).on_unit == 0);
  }
  CHECK(procurement("29.05", "采购总金额", "单位：件\n").fen == 2905);
  CHECK(procurement("29.05", "采购总金额", "单位：元\n单位：万元\n").fen == 29'050'000);  // the last above the table
  CHECK(procurement("29.05", "采购总金额", "单位：万元\n", "单位：元\n").fen == 29'050'000);
}

TEST_CASE("in the form of 2021 another unit than 万元 in the head is said, and so is a head without its unit") {
  CHECK(fees("58.3").fen == 58'300'000);
  CHECK(fees("58.3").on_unit == 0);
  for (const std::string head : {"本年收费金额（单位：元）", "本年收费金额(元)", "本年收费金额（单位:元）"}) {
    CAPTURE(head);
    CHECK(fees("58.3", head).fen == 5830);
    CHECK(fees("58.3", head).on_unit == 1);
    CHECK(fees("0", head).on_unit == 0);
    CHECK(fees("58.3元", head).on_unit == 0);
  }
  const std::string twice = "本年收费金额（单位：元） | 本年收费金额（单位：元）";  // in each column that it spans
  CHECK(fees("58.3 | 58.3", twice).fen == 5830);
  CHECK(fees("58.3 | 58.3", twice).on_unit == 1);
  CHECK(fees("58.3", "本年收费金额").fen == 58'300'000);
  CHECK(fees("58.3", "本年收费金额").on_unit == 1);
  CHECK(fees("0", "本年收费金额").on_unit == 0);
  CHECK(fees("58.3万元", "本年收费金额").on_unit == 0);
  CHECK(fees("380元").fen == 38000);
  CHECK(fees("380元").on_unit == 1);  // beside a head in 万元
  for (const std::string line : {"单位：万元\n", "（单位：万元）\n", "注：收费金额单位为万元。\n"}) {
    CAPTURE(line);
    CHECK(fees("58.3", "本年收费金额", line).on_unit == 0);
    CHECK(fees("58.3", "本年收费金额", "", line).on_unit == 0);
  }
  // The head broken into lines, a cell a line.
  const Amount broken = amount_in("清溪县水利局2023年政府信息公开工作年度报告",
                                  "第二十条第（八）项\n信息内容\n本年收费金额\n（单位：万元）\n行政事业性收费\n58.3\n",
                                  "disclosure.fees.amount");
  CHECK(broken.fen == 58'300'000);
  CHECK(broken.on_unit == 0);
}
