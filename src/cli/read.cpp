// `gongkai read`: what was found of each table of the form, what was left out, and the report in a file.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "each_report.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/write.hpp"
#include "report_file.hpp"

namespace gongkai::cli {
namespace {

constexpr Label describe(Format format) {
  constexpr Label labels[] = {
      {"未能确定", "not known"},
      {"文本", "text"},
      {"网页（HTML）", "web page (HTML)"},
      {"Word文件（docx）", "Word (docx)"},
      {"Excel文件（xlsx）", "Excel (xlsx)"},
      {"CSV", "CSV"},
      {"JSON", "JSON"},
      {"PDF", "PDF"},
  };
  return labels[static_cast<std::size_t>(format)];
}

constexpr Label describe(EncodingReason reason) {
  constexpr Label labels[] = {
      {"由格式规定", "as the format has it"}, {"按文件开头的标记", "by the mark at its beginning"},
      {"内容是UTF-8", "the bytes are UTF-8"}, {"按文件的声明", "as the file declares"},
      {"按内容判断", "by the bytes"},
  };
  return labels[static_cast<std::size_t>(reason)];
}

void print_decoding(const Decoding& decoding, const Settings& settings, Output& out) {
  out.line(fmt::format(fmt::runtime(settings.say("文件：{}　编码：{}（{}）", "File: {}   Encoding: {} ({})")),
                       in(describe(decoding.format), settings.language), decoding.encoding,
                       in(describe(decoding.reason), settings.language)));
}

void print_tables(const Reading& reading, const Settings& settings, Output& out) {
  const auto summaries = summarize(reading);
  std::size_t width = display_width(settings.say("表", "Table"));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    width = std::max(width, display_width(in(tables[i].title, settings.language)) + 2);
  }
  constexpr std::size_t number = 8;
  const auto line = [&](std::string_view title, const auto&... values) {
    std::string text = padded(title, width);
    (text.append(led(values, number)), ...);
    return text;
  };
  const auto text = [](std::uint16_t value) { return std::to_string(value); };
  out.line(
      out.dim(line(settings.say("表", "Table"), settings.say("应有行", "rows"), settings.say("找到", "found"),
                   settings.say("另有行", "extra"), settings.say("读出格", "read"), settings.say("空白格", "blank"),
                   settings.say("读不出", "unread"), settings.say("没找到", "absent"))));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const TableSummary& table = summaries[i];
    if (table.rows_expected == 0 && !table.is_found()) {
      continue;  // not on this edition of the form
    }
    std::string row = line("  " + std::string(in(tables[i].title, settings.language)), text(table.rows_expected),
                           text(table.rows_found), text(table.rows_extra), text(table.read), text(table.blank),
                           text(table.unreadable), text(table.absent));
    if (!table.is_found()) {
      row += settings.say("  没有找到这张表", "  table not found");
    } else if (!table.is_complete()) {
      row += settings.say("  不完整", "  incomplete");
    }
    out.line(row);
  }
}

/// All that was noticed, save wordings that differ from the form's.
void print_notes(const Reading& reading, const Settings& settings, Output& out) {
  bool any = false;
  for (const Note& note : reading.notes) {
    if (note.kind == NoteKind::label_variant) {
      continue;
    }
    if (!any) {
      out.line(settings.say("读取时注意到：", "Noticed while reading:"));
      any = true;
    }
    print_note(note, reading.report.about, settings, out);
  }
}

}  // namespace

int run_read(const Settings& settings, Output& out, Output& err) {
  if (!settings.output.empty()) {
    if (!has_report_ending(settings.output, settings, err)) {
      return exit_failed;
    }
    if (!find_files(settings.paths).folders.empty()) {
      complain(err, settings.paths.front(),
               settings.say("-o 写出一个文件里的报告；整个文件夹请用 gongkai table。",
                            "-o writes the reports of one file; for a folder there is gongkai table."));
      return exit_failed;
    }
  }
  std::size_t written = 0;
  return for_each_report(settings, out, err, [&](const Named& name, const Loaded& loaded) -> int {
    const Reading& reading = loaded.reading;
    const std::string output = settings.output.empty() ? std::string() : numbered(settings.output, written++);
    if (!output.empty() && !save_report(reading.report, output, {name.path}, settings, err, &reading)) {
      return exit_failed;
    }
    if (settings.json) {
      out.line(to_json(reading));
    } else {
      out.print(name.heading);
      print_head(reading.report.about, settings, out);
      print_decoding(reading.decoding, settings, out);
      print_tables(reading, settings, out);
      print_notes(reading, settings, out);
      if (!output.empty()) {
        out.line(fmt::format(fmt::runtime(settings.say("报告已写入{}。", "The report is in {}.")), clean(output)));
      }
    }
    return is_complete(reading) ? exit_clean : exit_faults;
  });
}

}  // namespace gongkai::cli
