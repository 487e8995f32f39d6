// The program `gongkai`: reads the command line and runs the subcommand.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <new>

#include "command_help.hpp"
#include "commands.hpp"
#include "completion.hpp"
#include "input.hpp"
#include "platform/console.hpp"
#include "platform/files.hpp"
#include "report_file.hpp"
#include "wrong_command.hpp"

#ifndef GONGKAI_VERSION
#define GONGKAI_VERSION "0.1.0"
#endif

namespace gongkai::cli {
namespace {

template <class Value>
struct Choice {
  std::string_view name, zh;
  Value value;
};
constexpr Choice<Language> languages[] = {{"zh", "中文", Language::zh}, {"en", "英文", Language::en}};
constexpr Choice<BlankPolicy> policies[] = {{"zero", "零", BlankPolicy::as_zero},
                                            {"unknown", "未知", BlankPolicy::unknown}};
constexpr Choice<Severity> severities[] = {
    {"error", "错误", Severity::error}, {"warning", "核实", Severity::warning}, {"info", "提示", Severity::info}};
constexpr Choice<FindingsFormat> formats[] = {{"json", "JSON", FindingsFormat::json},
                                              {"jsonl", "JSON，每行一份", FindingsFormat::lean},
                                              {"jsonl-full", "每行一份，内容与json同", FindingsFormat::jsonl},
                                              {"sarif", "SARIF", FindingsFormat::sarif},
                                              {"junit", "JUnit", FindingsFormat::junit},
                                              {"csv", "CSV表格", FindingsFormat::csv},
                                              {"html", "网页", FindingsFormat::html},
                                              {"xlsx", "Excel表格", FindingsFormat::xlsx}};
constexpr Choice<Edition> editions[] = {{"2019", "2019年版", Edition::form_2019},
                                        {"2021", "2021年版", Edition::form_2021}};
constexpr Choice<Level> levels[] = {{"national", "国家", Level::national},
                                    {"province", "省", Level::province},
                                    {"prefecture", "市", Level::prefecture},
                                    {"county", "县", Level::county},
                                    {"township", "乡", Level::township}};
constexpr Choice<Kind> kinds[] = {{"government", "政府", Kind::government},
                                  {"department", "部门", Kind::department},
                                  {"agency", "派出机关", Kind::agency},
                                  {"institution", "事业单位", Kind::institution}};

template <class Value, std::size_t n>
const Choice<Value>* find(const Choice<Value> (&choices)[n], std::string_view word) {
  for (const Choice<Value>& choice : choices) {
    if (word == choice.name || word == choice.zh) {
      return &choice;
    }
  }
  return nullptr;
}
template <class Value, std::size_t n>
std::string names(const Choice<Value> (&choices)[n]) {
  std::string text;
  for (const Choice<Value>& choice : choices) {
    text += fmt::format("{}{}（{}）", text.empty() ? "" : "、", choice.name, choice.zh);
  }
  return text;
}

/// An option whose value is one of a few words, in English or Chinese.
template <class Value, std::size_t n, class Take>
void add_choice(CLI::App& app, const std::string& flag, const Choice<Value> (&choices)[n], const std::string& about,
                Take take) {
  std::vector<std::string> words;
  for (const Choice<Value>& choice : choices) {
    words.emplace_back(choice.name);
  }
  CLI::Option* option = app.add_option_function<std::string>(
      flag,
      [&choices, take, flag](const std::string& word) {
        const Choice<Value>* choice = find(choices, word);
        if (choice == nullptr) {
          throw CLI::ValidationError(flag,
                                     fmt::format("“{}”应当是下列之一 / must be one of: {}", word, names(choices)));
        }
        take(choice->value);
      },
      about);
  option->option_text(names(choices));
  offer_words(*option, words);
}

/// An option that takes one word, or several with commas between them, each time it is given.
CLI::Option& add_words(CLI::App& app, const std::string& flag, std::vector<std::string>& words,
                       const std::string& about, const std::string& shape) {
  return *app.add_option(flag, words, about)->allow_extra_args(false)->delimiter(',')->option_text(shape);
}

/// What the ids of rules begin with, up to their point.
std::vector<std::string> rule_families() {
  std::vector<std::string> families;
  for (const Rule& rule : rule_catalog) {
    const std::string family(rule.id.substr(0, rule.id.find('.') + 1));
    if (std::find(families.begin(), families.end(), family) == families.end()) {
      families.push_back(family);
    }
  }
  return families;
}
std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const Rule& rule : rule_catalog) {
    ids.emplace_back(rule.id);
  }
  return ids;
}

void add_language(CLI::App& app, Settings& settings) {
  add_choice(app, "--lang", languages, "输出语言 / language", [&](Language language) { settings.language = language; });
}

void add_common(CLI::App& app, Settings& settings) {
  add_language(app, settings);
  app.add_flag("--json", settings.json, "输出JSON / print JSON");
}

void add_hints(CLI::App& app, Settings& settings) {
  app.add_option_function<int>(
         "--year", [&](const int& year) { settings.hints.year = year; }, "报告年度 / the year reported on")
      ->check(between(2008, 9999))
      ->option_text("2024");
  add_choice(app, "--level", levels, "机关层级 / rank of the body", [&](Level level) { settings.hints.level = level; });
  add_choice(app, "--kind", kinds, "机关性质 / kind of body", [&](Kind kind) { settings.hints.kind = kind; });
  app.add_flag_callback(
      "--no-infer", [&] { settings.hints.infer = false; },
      "不按勾稽关系推定未读出的数 / leave unread what only the equations settle");
}

void add_blanks(CLI::App& app, Settings& settings) {
  add_choice(app, "--blanks", policies, "空白按0还是按未知 / what a blank counts as",
             [&](BlankPolicy policy) { settings.check.blanks = policy; });
}

void add_values(CLI::App& app, Settings& settings) {
  app.add_flag("--values", settings.values_only, ".xlsx里只写数值，不写公式 / numbers only in a .xlsx, no formulas");
}

/// Several files, or their names on the standard input.
void add_files(CLI::App& app, Settings& settings, const std::string& name, const std::string& about) {
  CLI::Option* files = app.add_option(name, settings.paths, about)->required();
  const auto add_list = [&](const std::string& flag, char end, const std::string& what) {
    const auto take = [&settings, files, end] {
      settings.name_end = end;
      files->required(false);  // CLI11 asks for what is required after this
    };
    return app.add_flag_callback(flag, take, what)->excludes(files);
  };
  add_list("--stdin0", '\0', "从标准输入读文件名，以NUL分隔（find -print0） / names of files, NUL after each, on stdin")
      ->excludes(
          add_list("--stdin-lines", '\n', "从标准输入读文件名，每行一个 / names of files, one a line, on stdin"));
}

void add_jobs(CLI::App& app, Settings& settings) {
  app.add_option("--jobs", settings.jobs, "同时处理几个文件，0为每个处理器一个 / threads; 0: one for each processor")
      ->check(between(0, 1024))
      ->option_text("0");
}

void add_register(CLI::App& app, Settings& settings) {
  app.add_option("--register", settings.bodies,
                 "单位名册，据此判断谁缺报 / register of bodies: who is expected to file")
      ->option_text("BODIES.csv");
}

void add_beside(CLI::App& app, Settings& settings) {
  app.add_option("--previous", settings.previous,
                 "上年报告或上年报告的文件夹，逐格对照 / last year's report, or a folder of such")
      ->option_text("FILE|DIR");
  app.add_option("--children", settings.children,
                 "所含单位年报的文件夹，核对汇总 / folder of the reports of the bodies included")
      ->option_text("DIR");
  app.add_flag("--complete", settings.children_are_complete,
               "确认所含单位齐全，汇总不符即为错误 / the bodies are all there: a sum that differs is an error");
  add_register(app, settings);
}

/// A prefix that no rule begins with is a slip that would silently check nothing, or everything.
void require_rules(const std::string& flag, const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) {
    bool any = false;
    for (const Rule& rule : rule_catalog) {
      any = any || rule.id.starts_with(prefix);
    }
    if (!any) {
      throw CLI::ValidationError(flag,
                                 fmt::format("没有以“{}”开头的规则，见 gongkai rules / no rule begins so", prefix));
    }
  }
}

void take_severities(const std::vector<std::string>& words, CheckOptions& options) {
  for (const std::string& word : words) {
    const std::size_t at = word.find('=');
    const Choice<Severity>* choice =
        at == std::string::npos ? nullptr : find(severities, std::string_view(word).substr(at + 1));
    if (choice == nullptr) {
      throw CLI::ValidationError(
          "--severity", fmt::format("“{}”应当形如 / must look like document.=info: {}", word, names(severities)));
    }
    require_rules("--severity", {word.substr(0, at)});
    options.severities.emplace_back(word.substr(0, at), choice->value);
  }
}

/// The names of files on the standard input, as if they stood in the command line.
bool load_names(Settings& settings, Output& err) {
  if (const std::optional<Problem> problem = Loader({}).load_names(*settings.name_end, settings.paths)) {
    complain(err, settings.say("标准输入", "standard input"), problem->in(settings.language));
    return false;
  }
  return true;
}

/// words: the command line, the program first.
int run(const std::vector<std::string>& words, Output& out, Output& err) {
  Settings settings;
  std::vector<std::string> severity_words;
  CLI::App app(
      "政府信息公开工作年度报告：读取、核对、解释\n"
      "Reads and checks annual reports on government information disclosure.",
      "gongkai");
  app.footer(help_footer({}));
  app.get_formatter()->label("TEXT", "");
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("Usage", "用法 / Usage");
  app.get_formatter()->label("OPTIONS", "选项");
  app.get_formatter()->label("Options", "选项 / Options");
  app.get_formatter()->label("SUBCOMMAND", "子命令");
  app.get_formatter()->label("Subcommands", "子命令 / Subcommands");
  app.get_formatter()->label("Positionals", "参数 / Arguments");
  app.get_formatter()->label("Excludes", "不能同时用 excludes");
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "显示用法 / show this help");
  app.set_version_flag("--version", "gongkai " GONGKAI_VERSION, "显示版本 / show the version");

  CLI::App* check = app.add_subcommand("check", "检查报告 / check reports");
  add_files(*check, settings, "FILE", "文件或文件夹，-为标准输入 / files or folders; - is the standard input");
  add_common(*check, settings);
  add_hints(*check, settings);
  add_blanks(*check, settings);
  offer_words(
      add_words(*check, "--only", settings.check.only, "只用这些规则，可多次 / only these rules", "PREFIX,PREFIX..."),
      rule_families());
  offer_words(add_words(*check, "--except", settings.check.except, "不用这些规则，可多次 / not these rules",
                        "PREFIX,PREFIX..."),
              rule_families());
  add_words(*check, "--severity", severity_words, "改变规则的级别，可多次 / change severities",
            "PREFIX=error|warning|info");
  add_beside(*check, settings);
  check->add_option("--waivers", settings.waivers, "豁免文件（已接受的问题） / file of accepted findings")
      ->option_text("FILE");
  check
      ->add_option(
          "--write-waivers", settings.write_waivers,
          "把这次的错误和核实写成豁免文件，供逐条写明理由 / waivers of these findings, for the reasons to be filled in")
      ->option_text("FILE");
  check
      ->add_option("--similarity", settings.check.similarity_threshold,
                   "与上年或其他单位文字重复超过百分之几时提出 / percent of the text that may stand in another report")
      ->check(between(0, 100))
      ->option_text("50");
  add_choice(*check, "--format", formats, "结果的格式，不写则按-o的文件名，否则为文字 / format of the results",
             [&](FindingsFormat format) { settings.format = format; });
  check->get_option("--format")->excludes("--json");
  check
      ->add_option("-o,--output", settings.output,
                   "结果写入文件，格式按文件名：.txt .html .xlsx .csv .json .jsonl .sarif .xml / file for the results")
      ->option_text("FILE");
  add_jobs(*check, settings);
  check->add_flag("-v,--verbose", settings.verbose, "每份报告都全部列出 / each report in full");
  check->add_flag("--errors-only", settings.errors_only, "只列错误，不列核实和提示 / errors only");
  check->add_flag("-q,--quiet", settings.quiet, "不输出结果，只看退出码 / no results; the exit code tells");
  check->add_flag("--exit-zero", settings.exit_zero,
                  "有错误或读不出的文件，退出码也是0 / exit code 0 also where there are errors or unreadable files");
  check->add_flag("--places", settings.places, "jsonl里写明每格在原文的位置 / tell in jsonl where each cell stands");
  check->add_flag("--coverage", settings.coverage_by_rule, "逐条列出检查范围 / coverage of every rule");

  CLI::App* table = app.add_subcommand("table", "许多报告合成一张表 / many reports as one table");
  add_files(*table, settings, "DIR", "文件夹或文件 / folders or files");
  table->add_option("-o,--output", settings.output, "写入文件：.csv .xlsx；不写则为CSV / file: .csv or .xlsx")
      ->option_text("FILE");
  bool is_tidy = false;
  table->add_flag("--tidy", is_tidy, "每格一行，否则每份报告一行 / one cell a row instead of one report");
  add_language(*table, settings);
  add_hints(*table, settings);
  add_blanks(*table, settings);
  add_jobs(*table, settings);

  std::string path;  // of the commands that take one file
  CLI::App* read = app.add_subcommand("read", "读取一份文件，说明读出了什么 / read a file and say what was found");
  read->add_option("FILE", path, "文件或文件夹，-为标准输入 / file or folder; - is the standard input")->required();
  read->add_option("-o,--output", settings.output,
                   "写出报告，格式按文件名：" + report_endings() + " / file for the report")
      ->option_text("FILE");
  add_common(*read, settings);
  add_hints(*read, settings);

  CLI::App* convert = app.add_subcommand("convert", "把报告写成另一种格式 / write a report in another format");
  convert->add_option("IN", path, "要读的文件，-为标准输入 / file to read; - is the standard input")->required();
  convert->add_option("OUT", settings.output, "要写的文件：" + report_endings() + " / file to write")->required();
  convert
      ->add_option(
          "--template", settings.form,
          "填入自己的Word模板，其中写有{{requests.received.total}}、{{年度}}、{{前言}}等，全部名称见 gongkai form "
          "--template-example / Word template with such fields; that command writes one with all of them")
      ->option_text("FILE.docx");
  add_values(*convert, settings);
  add_language(*convert, settings);
  add_hints(*convert, settings);

  CLI::App* form = app.add_subcommand("form", "空白的官方格式，供填写 / the official form to fill in");
  form->add_option("-o,--output", settings.output, "要写的文件：" + report_endings() + " / file to write")
      ->required()
      ->option_text("FILE");
  add_values(*form, settings);
  form->add_flag("--template-example", settings.template_example,
                 "写出Word模板的例子，各格都是所用的名称（见 convert --template） / an example of a template: each "
                 "cell its name")
      ->excludes("--values");
  add_language(*form, settings);
  add_choice(*form, "--edition", editions, "哪一版格式，默认2021年版 / edition of the form",
             [&](Edition edition) { settings.edition = edition; });

  CLI::App* show = app.add_subcommand("show", "按官方格式显示读出的表格 / draw the tables as read");
  show->add_option("FILE", path, "文件或文件夹，-为标准输入 / file or folder; - is the standard input")->required();
  add_common(*show, settings);
  add_hints(*show, settings);

  CLI::App* why = app.add_subcommand("why", "推算错在哪一格 / find which cell is wrong");
  why->add_option("FILE", path, "文件或文件夹，-为标准输入 / file or folder; - is the standard input")->required();
  add_common(*why, settings);
  add_hints(*why, settings);
  add_blanks(*why, settings);
  add_beside(*why, settings);

  CLI::App* diff = app.add_subcommand("diff", "比较两份报告或同一报告的两个版本 / compare two reports");
  std::vector<std::string> pair;
  diff->add_option("FILES", pair, "前后两份报告 / two reports")->required()->expected(2);
  add_common(*diff, settings);
  add_hints(*diff, settings);

  CLI::App* rollup = app.add_subcommand("rollup", "汇总所含单位的年报 / add up the reports of subordinate bodies");
  std::vector<std::string> to_add;
  rollup->add_option("DIR", to_add, "文件夹或文件 / folders or files")->required();
  rollup
      ->add_option("-o,--output", settings.output,
                   "写出汇总结果，格式按文件名：" + report_endings() + " / file for the total")
      ->option_text("FILE");
  add_register(*rollup, settings);
  rollup->add_flag("--by-body", settings.by_body,
                   "各单位分列成一张表（.csv .xlsx；不写-o则为CSV） / a column for each body");
  rollup->add_option("--body", settings.body, "汇总哪个机关 / whose total it is")->option_text("NAME");
  add_blanks(*rollup, settings);
  add_common(*rollup, settings);
  add_hints(*rollup, settings);

  CLI::App* cells = app.add_subcommand("cells", "列出全部数格 / list the cells of the form");
  add_common(*cells, settings);
  add_choice(*cells, "--edition", editions, "只列这一版格式 / only this edition",
             [&](Edition edition) { settings.edition = edition; });
  cells->get_option("--json")->excludes("--edition");
  cells->add_flag("--schema", settings.schema, "报告JSON的格式定义 / the JSON Schema of reports")
      ->excludes("--edition", "--json");

  CLI::App* rules = app.add_subcommand("rules", "列出全部规则 / list the rules");
  add_common(*rules, settings);

  CLI::App* explain = app.add_subcommand("explain", "解释一条规则 / explain a rule");
  offer_words(*explain->add_option("RULE", settings.rule, "规则编号，见 gongkai rules / id of the rule")->required(),
              rule_ids());
  add_common(*explain, settings);

  CLI::App* completion = app.add_subcommand("completion", "按Tab补全命令的脚本 / script for completion by Tab");
  std::string shell;
  offer_words(*completion->add_option("SHELL", shell, "bash、zsh 或 fish")->required(), {"bash", "zsh", "fish"});

  CLI::App* help = app.add_subcommand("help", "显示用法 / show how to use this");
  std::string about;
  help->add_option("COMMAND", about, "哪个子命令 / of which subcommand");
  bool wants_manual = false;
  help->add_flag("--man", wants_manual, "供man的手册页 / page for man");
  app.add_subcommand("version", "显示版本 / show the version");

  for (CLI::App* subcommand : app.get_subcommands({})) {
    subcommand->footer(help_footer(subcommand->get_name()));
  }
  const auto refuse = [&](const std::string& what) {
    complain(err, "命令有误 / wrong command", what);
    const bool has_subcommand = words.size() > 1 && subcommand_of(app, words[1]) != nullptr;
    complain(err, "", fmt::format("用法见 / see: gongkai {}--help", has_subcommand ? words[1] + " " : std::string()));
    return exit_failed;
  };
  if (const std::optional<std::string> slip = slip_in(words, app)) {
    return refuse(*slip);
  }
  try {
    // CLI11 takes the words from the back.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend() - (words.empty() ? 0 : 1)));
    take_severities(severity_words, settings.check);
    require_rules("--only", settings.check.only);
    require_rules("--except", settings.check.except);
  } catch (const CLI::CallForVersion& version) {
    out.line(version.what());
    return exit_clean;
  } catch (const CLI::Success&) {  // help was asked for
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    out.print(chosen.empty() ? app.help() : chosen.front()->help("gongkai"));
    return exit_clean;
  } catch (const CLI::ParseError& error) {
    return refuse(in_words(error, app));
  }

  if (settings.name_end && !load_names(settings, err)) {
    return exit_failed;
  }
  if (check->parsed()) {
    if (settings.json) {
      settings.format = FindingsFormat::json;
    }
    return run_check(settings, out, err);
  }
  if (table->parsed()) {
    settings.table = is_tidy ? TableShape::tidy : TableShape::wide;
    return run_table(settings, out, err);
  }
  if (read->parsed() || convert->parsed() || show->parsed() || why->parsed()) {
    settings.paths = {path};
    return read->parsed()      ? run_read(settings, out, err)
           : convert->parsed() ? run_convert(settings, out, err)
           : show->parsed()    ? run_show(settings, out, err)
                               : run_why(settings, out, err);
  }
  if (form->parsed()) {
    return run_form(settings, out, err);
  }
  if (diff->parsed()) {
    settings.paths = pair;
    return run_diff(settings, out, err);
  }
  if (rollup->parsed()) {
    settings.paths = to_add;
    return run_rollup(settings, out, err);
  }
  if (help->parsed()) {
    if (const CLI::App* wanted = subcommand_of(app, about); !about.empty() && wanted == nullptr) {
      return refuse(slip_in({words[0], about}, app).value_or(std::string()));
    } else {
      out.print(wants_manual        ? manual_page(app, GONGKAI_VERSION)
                : wanted == nullptr ? app.get_formatter()->make_help(&app, "gongkai", CLI::AppFormatMode::Normal)
                                    : wanted->help("gongkai"));
    }
    return exit_clean;
  }
  if (completion->parsed()) {
    const std::optional<std::string> script = completion_script(shell, app);
    if (!script) {
      return refuse(fmt::format("“{}”应当是下列之一 / must be one of: bash, zsh, fish", shell));
    }
    out.print(*script);
    return exit_clean;
  }
  if (app.got_subcommand("version")) {
    out.line("gongkai " GONGKAI_VERSION);
    return exit_clean;
  }
  return cells->parsed()   ? run_cells(settings, out)
         : rules->parsed() ? run_rules(settings, out)
                           : run_explain(settings, out, err);
}

}  // namespace
}  // namespace gongkai::cli

int main(int argc, char** argv) {
  using namespace gongkai::cli;
  namespace platform = gongkai::platform;
  platform::prepare_standard_streams();
  platform::remove_remembered_on_signals();
  Output err(platform::standard_error);
  try {
    Output out(platform::standard_output);
    const int code = run(platform::arguments(argc, argv), out, err);
    out.flush();
    if (out.has_failed()) {
      complain(err, "", "结果没有能够全部写出，请检查磁盘空间 / the output could not be written");
      return exit_failed;
    }
    return code;
  } catch (const std::bad_alloc&) {
    complain(err, "", "内存不足 / out of memory");
  } catch (const std::exception& error) {
    complain(err, "内部错误，请报告 / internal error, please report", error.what());
  }
  return exit_failed;
}
