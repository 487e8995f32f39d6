#include "command_help.hpp"

#include <fmt/format.h>

#include "terminal.hpp"

namespace gongkai::cli {
namespace {

struct Example {
  std::string_view subcommand, command, zh, en;
  bool is_first = false;  ///< shown by `gongkai --help` too
};

constexpr Example examples[] = {
    {"check", "年报.docx", "检查一份报告", "check one report", true},
    {"check", "各镇街年报/", "检查一个文件夹，每份一行", "check a folder, a line each", true},
    {"check", "各镇街年报/ -o 结果.xlsx", "结果写成Excel；还有 .html .csv .json .sarif", "results for others", true},
    {"check", "年报.docx --previous 上年.docx", "对照上年", "against last year's"},
    {"check", "年报.docx --children 各镇街/ --register 名册.csv", "对照各单位，谁缺报", "against the bodies included"},
    {"check", "年报.docx --only requests,review", "只看表三、表四的规则", "only the rules of tables three and four"},
    {"check", "各镇街年报/ --write-waivers 豁免.json", "列出待说明的问题", "what is to be explained"},
    {"check", "各镇街年报/ --waivers 豁免.json", "已说明的不再计数", "what is explained counts no more"},
    {"check", "--stdin0 --format jsonl --exit-zero", "作为过滤器：文件名进，结果每行一份出",
     "as a filter: names in, lines out"},
    {"check", "年报.docx --json > out.json", "机器可读的结果", "for programs"},
    {"table", "各镇街年报/ -o 总表.xlsx", "许多报告合成一张表", "many reports as one table", true},
    {"table", "各镇街年报/ --tidy -o 长表.csv", "每格一行", "a row for each cell"},
    {"read", "年报.docx", "读出了什么，什么没有读出", "what was read, and what was not"},
    {"read", "年报.docx -o 年报.json", "读取并写成JSON", "read into JSON"},
    {"convert", "年报.html 年报.docx", "写成Word、Excel、网页等", "into Word, Excel, HTML ...", true},
    {"convert", "年报.html 年报.docx --template 模板.docx", "填入自己的Word模板", "into your own document"},
    {"form", "-o 空表.xlsx", "可填写的空白格式", "the form to fill in", true},
    {"form", "--edition 2019 -o 空表.docx", "2019年版", "the edition of 2019"},
    {"show", "年报.docx", "显示读出的三张表", "draw the tables as read"},
    {"why", "年报.docx", "数对不上时，推算错在哪一格", "which cell is wrong", true},
    {"diff", "原稿.docx 更正稿.docx", "比较两个版本", "compare two versions"},
    {"rollup", "各镇街/ -o 合计.json", "汇总", "add up"},
    {"rollup", "各镇街/ --by-body -o 分列.xlsx", "各单位分列", "a column for each body"},
    {"cells", "--edition 2021", "2021年版的全部数格", "the cells of the edition of 2021"},
    {"cells", "--schema", "报告JSON的格式定义", "the JSON Schema of reports"},
    {"rules", "", "列出全部规则", "list the rules"},
    {"explain", "requests.flow_balance", "解释一条规则", "explain a rule"},
    {"completion", "bash > ~/.local/share/bash-completion/completions/gongkai", "按Tab补全", "completion by Tab"},
    {"help", "check", "检查报告的用法", "how to check reports"},
};

constexpr std::string_view about_waivers =
    R"(豁免文件 / Waivers: JSON
  {"schema":"gongkai.waivers/1","waivers":[
  {"fingerprint":"ba0cf936f37b162d","reason":"机构改革","author":"张三","date":"2026-01-10","expiry":"2026-12-31"}]}
  fingerprint是问题的指纹（--json和--waivers都会列出），所涉的数一变就不同；expiry可以省略，即直到数有变动为止。
  --write-waivers 写出这样的文件，reason（理由）和author（姓名）须由人填写后才能使用。
  A fingerprint stands for a finding with its values; without an expiry a waiver holds until one of them moves.
)";
constexpr std::string_view about_register =
    R"(名册 / Register: CSV，第一行是列名 / a head, then a row for each body
  名称,层级,上级,设立日期,撤销日期          name,level,parent,valid_from,valid_to
  某县人民政府,县,,,                         列的先后不限，只有名称必填；日期写2024-01-01
  某镇人民政府,乡,某县人民政府,,             in any order; only the name is required
)";
constexpr std::string_view exit_codes =
    "退出码 / Exit code: 0 没有错误 no error; 1 有错误 some error; 2 有文件读不出或命令有误 unreadable file or wrong "
    "command";

}  // namespace

std::string help_footer(std::string_view subcommand) {
  constexpr std::size_t width = 44;
  std::string text = "例 / Examples:\n";
  for (const Example& example : examples) {
    if (subcommand.empty() ? !example.is_first : example.subcommand != subcommand) {
      continue;
    }
    const std::string command = fmt::format("  gongkai {} {}", example.subcommand, example.command);
    const bool is_long = display_width(command) >= width;
    text += fmt::format("{}{}{} / {}\n", padded(command, width), is_long ? "\n" : "",
                        is_long ? padded("", width) + std::string(example.zh) : std::string(example.zh), example.en);
  }
  if (subcommand == "check") {
    (text += '\n') += about_waivers;
  }
  if (subcommand == "check" || subcommand == "rollup" || subcommand == "why") {
    (text += '\n') += about_register;
  }
  if (subcommand.empty()) {
    text += "\n某个子命令的用法 / how to use one of them: gongkai help check\n";
  }
  return (text += '\n') += exit_codes;
}

}  // namespace gongkai::cli
