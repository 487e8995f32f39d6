// The calls, in the order of gongkai.h.
#include "every_call.hpp"

#include <iconv.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "../support/files.hpp"

namespace {

/// Ends the test where something fails that no memory was kept from.
void must(gk_status status, const char* what) {
  if (status != GK_OK) {
    std::printf("%s: %s\n", what, gk_status_name(status));
    std::exit(2);
  }
}

template <class Free, class T>
void free_and_forget(Free free_object, T*& object) {
  free_object(object);
  object = nullptr;
}

std::string bytes_of(const gk_buffer* buffer) {
  gk_text text = GK_NO_TEXT;
  must(gk_buffer_view(buffer, &text), "gk_buffer_view");
  return {text.data, text.size};
}
template <class Make>
std::string made_by(Make make) {
  gk_buffer* buffer = nullptr;
  must(make(&buffer), "making an input");
  std::string bytes = bytes_of(buffer);
  gk_buffer_free(buffer);
  return bytes;
}

std::string contents(const gk_report* report) {
  return made_by([&](gk_buffer** out) { return gk_report_json(report, out); });
}
std::string contents(const gk_reading* reading) {
  return made_by([&](gk_buffer** out) { return gk_reading_json(reading, out); });
}
std::string contents(const gk_assessment* assessment) {
  return made_by([&](gk_buffer** out) { return gk_assessment_json(assessment, out); });
}
std::string contents(const gk_readings* readings) {
  std::size_t count = 0;
  must(gk_readings_count(readings, &count), "gk_readings_count");
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    const gk_reading* reading = nullptr;
    must(gk_readings_get(readings, i, &reading), "gk_readings_get");
    all += contents(reading);
  }
  return all;
}
std::string contents(const gk_batch* batch) {
  std::size_t count = 0;
  const gk_summary* summaries = nullptr;
  must(gk_batch_count(batch, &count), "gk_batch_count");
  must(gk_batch_summaries(batch, &summaries), "gk_batch_summaries");
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += std::string(gk_status_name(summaries[i].status)) + ' ' + std::to_string(summaries[i].errors) + ' ' +
           std::to_string(summaries[i].warnings) + ' ' + std::to_string(summaries[i].infos) + '\n';
    const gk_reading* reading = nullptr;
    if (gk_batch_reading(batch, i, &reading) == GK_OK) {
      all += contents(reading);
    }
    const gk_assessment* assessment = nullptr;
    if (gk_batch_assessment(batch, i, &assessment) == GK_OK) {
      all += contents(assessment);
    }
  }
  return all;
}

std::string converted(std::string_view text, const char* to) {
  const iconv_t converter = iconv_open(to, "UTF-8");
  std::string result(text.size() * 2, '\0');
  std::string from(text);
  char* in = from.data();
  char* out = result.data();
  std::size_t left = from.size(), room = result.size();
  if (iconv(converter, &in, &left, &out, &room) == static_cast<std::size_t>(-1)) {
    std::printf("the example cannot be written in %s\n", to);
    std::exit(2);
  }
  iconv_close(converter);
  result.resize(result.size() - room);
  return result;
}

}  // namespace

Made::~Made() {
  gk_buffer_free(buffer);
  gk_report_free(report);
  gk_reading_free(reading);
  gk_readings_free(readings);
  gk_assessment_free(assessment);
  gk_batch_free(batch);
  if (schema.release != nullptr) {
    schema.release(&schema);
  }
  if (array.release != nullptr) {
    array.release(&array);
  }
}

std::string contents(const Made& made) {
  std::string all = std::to_string(made.number);
  if (made.text.data != nullptr) {
    all.append(made.text.data, made.text.size);
  }
  all += made.buffer == nullptr ? "" : bytes_of(made.buffer);
  all += made.report == nullptr ? "" : contents(made.report);
  all += made.reading == nullptr ? "" : contents(made.reading);
  all += made.readings == nullptr ? "" : contents(made.readings);
  all += made.assessment == nullptr ? "" : contents(made.assessment);
  all += made.batch == nullptr ? "" : contents(made.batch);
  return all;
}

std::string read_file(const char* path) {
  return gongkai::testing::read_file(path).value_or(std::string());
}

std::vector<Input> make_inputs(const std::string& text, const std::string& json, const std::string& pdf_words,
                               const std::string& big5) {
  gk_report* report = nullptr;
  must(gk_report_from_json(json.data(), json.size(), &report), "the report");
  const auto written = [&](std::int32_t format) {
    return made_by([&](gk_buffer** out) { return gk_report_write(report, format, GK_LANGUAGE_ZH, out); });
  };
  std::vector<Input> inputs{{"text", text},
                            {"GB18030", converted(text, "GB18030")},
                            {"Big5", big5},
                            {"UTF-16", converted(text, "UTF-16LE")},
                            {"PDF words", pdf_words},
                            {"JSON", written(GK_WRITE_JSON)},
                            {"HTML", written(GK_WRITE_HTML)},
                            {"Markdown", written(GK_WRITE_MARKDOWN)},
                            {"CSV", written(GK_WRITE_CSV)},
                            {"Word", written(GK_WRITE_DOCX)},
                            {"Excel", written(GK_WRITE_XLSX)}};
  constexpr std::string_view field = "全年收到{{requests.received.total}}件。";
  must(gk_report_set_text(report, "narrative.overview", field.data(), field.size()), "the template");
  inputs.push_back({"template", written(GK_WRITE_DOCX)});
  gk_report_free(report);
  return inputs;
}

int in_fresh_process(const std::function<int()>& body) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    const int result = body();
    std::fflush(stdout);
    _exit(result);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<Input> inputs_from_elsewhere(char** files) {
  FILE* const file = std::tmpfile();
  const int status = in_fresh_process([&] {
    for (const Input& input :
         make_inputs(read_file(files[0]), read_file(files[1]), read_file(files[2]), read_file(files[3]))) {
      std::fprintf(file, "%s\n%zu\n", input.name.c_str(), input.bytes.size());
      std::fwrite(input.bytes.data(), 1, input.bytes.size(), file);
    }
    return std::fflush(file);
  });
  std::vector<Input> inputs;
  std::rewind(file);
  char name[64];
  std::size_t size = 0;
  while (std::fscanf(file, " %63[^\n]%zu", name, &size) == 2 && std::fgetc(file) == '\n') {
    inputs.push_back({name, std::string(size, '\0')});
    if (std::fread(inputs.back().bytes.data(), 1, size, file) != size) {
      break;
    }
  }
  std::fclose(file);
  if (status != 0 || inputs.size() < 2) {
    std::printf("the inputs could not be made\n");
    std::exit(2);
  }
  return inputs;
}

World::World(std::vector<Input> from) : docx_template(std::move(from.back().bytes)), inputs(std::move(from)) {
  inputs.pop_back();
}

const Input& World::input(const char* name) const {
  for (const Input& input : inputs) {
    if (input.name == name) {
      return input;
    }
  }
  std::printf("no input %s\n", name);
  std::exit(2);
}

void World::make_objects() {
  const std::string& text = input("text").bytes;
  const std::string& json = input("JSON").bytes;
  must(gk_read(text.data(), text.size(), nullptr, &reading), "gk_read");
  must(gk_read_all(text.data(), text.size(), nullptr, &readings), "gk_read_all");
  must(gk_report_from_json(json.data(), json.size(), &report), "gk_report_from_json");
  must(gk_report_set_by_key(report, "requests.received.total", 5), "gk_report_set_by_key");
  must(gk_report_check(report, nullptr, &assessment), "gk_report_check");
  gk_finding finding = GK_FINDING_INIT;
  must(gk_assessment_finding(assessment, 0, &finding), "gk_assessment_finding");
  waivers = std::string("{\"schema\": \"gongkai.waivers/1\", \"waivers\": [{\"fingerprint\": \"") +
            finding.fingerprint + "\", \"reason\": \"已核实\", \"author\": \"甲\", \"date\": \"2021-02-01\"}]}";
  must(gk_rules_json(&buffer), "gk_rules_json");
  const gk_input both[2] = {{text.data(), text.size()}, {"no report", 9}};
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.threads = 1;
  how.keep = GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS;
  must(gk_inputs_check(both, 2, nullptr, nullptr, &how, &batch), "gk_inputs_check");
}

World::~World() {
  gk_buffer_free(buffer);
  gk_report_free(report);
  gk_reading_free(reading);
  gk_readings_free(readings);
  gk_assessment_free(assessment);
  gk_batch_free(batch);
}

namespace {

using Calls = std::vector<Call>;

/// Runs a function that cannot fail.
template <class Body>
std::function<gk_status(Made&)> always(Body body) {
  return [body](Made& made) {
    body(made);
    return GK_OK;
  };
}

void versions_and_catalogue(Calls& all) {
  all.push_back({"gk_version", always([](Made&) { gk_version(); })});
  all.push_back({"gk_abi_version", always([](Made&) { gk_abi_version(); })});
  all.push_back({"gk_last_error", [](Made& made) {
                   gk_report* report = nullptr;
                   gk_report_from_json("{", 1, &report);
                   gk_error error = GK_ERROR_INIT;
                   const gk_status status = gk_last_error(&error);
                   made.number = error.code == GK_E_MEMORY ? 0 : error.code;
                   return error.code == GK_E_MEMORY ? GK_E_MEMORY : status;
                 }});
  all.push_back({"gk_status_name", always([](Made&) { gk_status_name(GK_E_RANGE); })});
  all.push_back(
      {"gk_cell_count", always([](Made& made) { made.number = static_cast<std::int64_t>(gk_cell_count()); })});
  all.push_back({"gk_cell_get", [](Made& made) {
                   gk_cell_info info = GK_CELL_INFO_INIT;
                   const gk_status status = gk_cell_get(3, &info);
                   made.text = info.key;
                   return status;
                 }});
  const auto find_cell = [](const char* key) {
    return [key](Made& made) {
      std::size_t index = 0;
      const gk_status status = gk_cell_find(key, &index);
      made.number = static_cast<std::int64_t>(index);
      return status;
    };
  };
  all.push_back({"gk_cell_find", find_cell("requests.received.total"), nullptr, GK_OK, true});
  all.push_back({"gk_cell_find, no such cell", find_cell("requests.recieved.total"), nullptr, GK_E_NOT_FOUND, true});
  all.push_back({"gk_cells_json", [](Made& made) { return gk_cells_json(&made.buffer); }, nullptr, GK_OK, true});
  all.push_back(
      {"gk_rule_count", always([](Made& made) { made.number = static_cast<std::int64_t>(gk_rule_count()); })});
  all.push_back({"gk_rule_get", [](Made& made) {
                   gk_rule_info info = GK_RULE_INFO_INIT;
                   const gk_status status = gk_rule_get(0, &info);
                   made.text = info.id;
                   return status;
                 }});
  all.push_back({"gk_rule_find, no such rule",
                 [](Made&) {
                   std::size_t index = 0;
                   return gk_rule_find("requests.row_totl", &index);
                 },
                 nullptr, GK_E_NOT_FOUND, true});
  all.push_back({"gk_rules_json", [](Made& made) { return gk_rules_json(&made.buffer); }, nullptr, GK_OK, true});
  all.push_back({"gk_edition_count", always([](Made&) { gk_edition_count(); })});
  all.push_back({"gk_edition_get", [](Made& made) {
                   gk_edition_info info = GK_EDITION_INFO_INIT;
                   const gk_status status = gk_edition_get(0, &info);
                   made.text = info.name;
                   return status;
                 }});
  all.push_back({"gk_field_count", always([](Made&) { gk_field_count(); })});
  all.push_back({"gk_field_get", [](Made& made) {
                   gk_field_info info = GK_FIELD_INFO_INIT;
                   const gk_status status = gk_field_get(0, &info);
                   made.text = info.key;
                   return status;
                 }});
}

void buffers(Calls& all, const World& world) {
  all.push_back({"gk_buffer_view", [&world](Made& made) { return gk_buffer_view(world.buffer, &made.text); }});
  all.push_back({"gk_buffer_free", always([](Made& made) { free_and_forget(gk_buffer_free, made.buffer); }),
                 [](Made& made) { must(gk_rules_json(&made.buffer), "gk_rules_json"); }});
}

void reports(Calls& all, const World& world) {
  const auto copy = [&world](Made& made) { must(gk_report_clone(world.report, &made.report), "gk_report_clone"); };
  const auto get = [](gk_status status, const gk_value& value, Made& made) {
    made.number = value.number;
    return status;
  };
  all.push_back(
      {"gk_report_new", [](Made& made) { return gk_report_new(GK_EDITION_2021, &made.report); }, nullptr, GK_OK, true});
  all.push_back({"gk_report_clone", [&world](Made& made) { return gk_report_clone(world.report, &made.report); }});
  all.push_back({"gk_report_free", always([](Made& made) { free_and_forget(gk_report_free, made.report); }), copy});
  all.push_back({"gk_report_get", [&world, get](Made& made) {
                   gk_value value = GK_NO_VALUE;
                   const gk_status status = gk_report_get(world.report, 3, &value);
                   return get(status, value, made);
                 }});
  all.push_back({"gk_report_get_by_key", [&world, get](Made& made) {
                   gk_value value = GK_NO_VALUE;
                   const gk_status status = gk_report_get_by_key(world.report, "requests.received.total", &value);
                   return get(status, value, made);
                 }});
  all.push_back({"gk_report_get_by_key, no such cell",
                 [&world](Made&) {
                   gk_value value = GK_NO_VALUE;
                   return gk_report_get_by_key(world.report, "requests.recieved.total", &value);
                 },
                 nullptr, GK_E_NOT_FOUND});
  all.push_back({"gk_report_set", [](Made& made) { return gk_report_set(made.report, 3, 7); }, copy});
  all.push_back({"gk_report_set, out of range", [](Made& made) { return gk_report_set(made.report, 3, INT64_MAX); },
                 copy, GK_E_RANGE});
  all.push_back({"gk_report_set_by_key",
                 [](Made& made) { return gk_report_set_by_key(made.report, "requests.received.total", 7); }, copy});
  all.push_back({"gk_report_set_blank", [](Made& made) { return gk_report_set_blank(made.report, 3); }, copy});
  all.push_back({"gk_report_set_blank_by_key",
                 [](Made& made) { return gk_report_set_blank_by_key(made.report, "requests.received.total"); }, copy});
  all.push_back({"gk_report_get_row", [&world](Made& made) {
                   static std::vector<std::int64_t> numbers(gk_cell_count());
                   const gk_status status = gk_report_get_row(world.report, numbers.data(), nullptr);
                   made.number = numbers[3];
                   return status;
                 }});
  all.push_back({"gk_report_set_row",
                 [](Made& made) {
                   static const std::vector<std::int64_t> numbers(gk_cell_count(), 2);
                   return gk_report_set_row(made.report, numbers.data(), nullptr);
                 },
                 copy});
  all.push_back({"gk_report_set_row, out of range",
                 [](Made& made) {
                   static const std::vector<std::int64_t> numbers(gk_cell_count(), INT64_MAX);
                   return gk_report_set_row(made.report, numbers.data(), nullptr);
                 },
                 copy, GK_E_RANGE});
  all.push_back({"gk_report_get_text",
                 [&world](Made& made) { return gk_report_get_text(world.report, "narrative.overview", &made.text); }});
  all.push_back({"gk_report_set_text",
                 [](Made& made) {
                   static const std::string long_text(5000, 'x');
                   return gk_report_set_text(made.report, "narrative.overview", long_text.data(), long_text.size());
                 },
                 copy});
  all.push_back({"gk_report_set_text, not UTF-8",
                 [](Made& made) { return gk_report_set_text(made.report, "narrative.overview", "\xff", 1); }, copy,
                 GK_E_NOT_TEXT});
  all.push_back({"gk_report_get_about", [&world](Made& made) {
                   gk_about about = GK_ABOUT_INIT;
                   const gk_status status = gk_report_get_about(world.report, &about);
                   made.text = about.authority;
                   return status;
                 }});
  all.push_back({"gk_report_set_about",
                 [](Made& made) {
                   constexpr std::string_view name = "一个名称长得短字符串放不下的县人民政府办公室";
                   gk_about about = GK_ABOUT_INIT;
                   about.edition = GK_EDITION_2021;
                   about.year = 2022;
                   about.authority = {name.data(), name.size()};
                   return gk_report_set_about(made.report, &about);
                 },
                 copy});
  all.push_back({"gk_report_json", [&world](Made& made) { return gk_report_json(world.report, &made.buffer); }});
  all.push_back({"gk_report_from_json",
                 [&world](Made& made) {
                   const std::string& json = world.input("JSON").bytes;
                   return gk_report_from_json(json.data(), json.size(), &made.report);
                 },
                 nullptr, GK_OK, true});
  all.push_back({"gk_report_from_json, no such cell",
                 [](Made& made) {
                   return gk_report_from_json("{\"cells\": {\"requests.recieved.total\": 1}}", 41, &made.report);
                 },
                 nullptr, GK_E_MALFORMED, true});
}

void readings(Calls& all, const World& world) {
  for (const Input& input : world.inputs) {
    const auto read = [&input](Made& made) {
      return gk_read(input.bytes.data(), input.bytes.size(), nullptr, &made.reading);
    };
    all.push_back({"gk_read, " + input.name, read, nullptr, GK_OK, true});
    all.push_back({"gk_read, " + input.name + " in a new thread", read, nullptr, GK_OK, false, true});
    all.push_back({"gk_read_all, " + input.name, [&input](Made& made) {
                     return gk_read_all(input.bytes.data(), input.bytes.size(), nullptr, &made.readings);
                   }});
  }
  all.push_back({"gk_read, no report", [](Made& made) { return gk_read("a letter", 8, nullptr, &made.reading); },
                 nullptr, GK_E_NOT_A_REPORT});
  all.push_back({"gk_read, a damaged Word file",
                 [&world](Made& made) {
                   const std::string& bytes = world.input("Word").bytes;
                   return gk_read(bytes.data(), bytes.size() / 2, nullptr, &made.reading);
                 },
                 nullptr, GK_E_MALFORMED});
  all.push_back({"gk_readings_count", [&world](Made& made) {
                   std::size_t count = 0;
                   const gk_status status = gk_readings_count(world.readings, &count);
                   made.number = static_cast<std::int64_t>(count);
                   return status;
                 }});
  all.push_back({"gk_readings_get", [&world](Made&) {
                   const gk_reading* lent = nullptr;
                   return gk_readings_get(world.readings, 0, &lent);
                 }});
  const std::string& text = world.input("text").bytes;
  all.push_back(
      {"gk_readings_free", always([](Made& made) { free_and_forget(gk_readings_free, made.readings); }),
       [&text](Made& made) { must(gk_read_all(text.data(), text.size(), nullptr, &made.readings), "gk_read_all"); }});
  all.push_back({"gk_reading_free", always([](Made& made) { free_and_forget(gk_reading_free, made.reading); }),
                 [&text](Made& made) { must(gk_read(text.data(), text.size(), nullptr, &made.reading), "gk_read"); }});
  all.push_back({"gk_reading_report", [&world](Made&) {
                   const gk_report* lent = nullptr;
                   return gk_reading_report(world.reading, &lent);
                 }});
  all.push_back({"gk_reading_get_info", [&world](Made& made) {
                   gk_reading_info info = GK_READING_INFO_INIT;
                   const gk_status status = gk_reading_get_info(world.reading, &info);
                   made.text = info.encoding;
                   return status;
                 }});
  all.push_back({"gk_table_count", always([](Made&) { gk_table_count(); })});
  all.push_back({"gk_reading_table", [&world](Made& made) {
                   gk_table_summary table = GK_TABLE_SUMMARY_INIT;
                   const gk_status status = gk_reading_table(world.reading, 0, &table);
                   made.number = table.read;
                   return status;
                 }});
  all.push_back({"gk_reading_source", [&world](Made& made) {
                   gk_source source = GK_SOURCE_INIT;
                   const gk_status status = gk_reading_source(world.reading, 3, &source);
                   made.text = source.text;
                   return status;
                 }});
  all.push_back({"gk_reading_note_count", [&world](Made& made) {
                   std::size_t count = 0;
                   const gk_status status = gk_reading_note_count(world.reading, &count);
                   made.number = static_cast<std::int64_t>(count);
                   return status;
                 }});
  all.push_back({"gk_reading_note, no such note",
                 [&world](Made&) {
                   gk_note note = GK_NOTE_INIT;
                   return gk_reading_note(world.reading, 100000, &note);
                 },
                 nullptr, GK_E_NOT_FOUND});
  const auto read_noted = [](Made& made) {
    constexpr std::string_view noted =
        "某县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "| 一、本年新收政府信息公开申请数量 | 约5 | 0 | 0 | 0 | 0 | 0 | 5 |\n";
    must(gk_read(noted.data(), noted.size(), nullptr, &made.reading), "a report with a note");
  };
  all.push_back({"gk_reading_note",
                 [](Made& made) {
                   gk_note note = GK_NOTE_INIT;
                   const gk_status status = gk_reading_note(made.reading, 0, &note);
                   made.text = note.kind;
                   return status;
                 },
                 read_noted});
  all.push_back({"gk_reading_note_message",
                 [](Made& made) { return gk_reading_note_message(made.reading, 0, GK_LANGUAGE_ZH, &made.buffer); },
                 read_noted});
  all.push_back({"gk_reading_clone", [&world](Made& made) { return gk_reading_clone(world.reading, &made.reading); }});
  all.push_back({"gk_reading_edit",
                 [](Made& made) {
                   gk_report* lent = nullptr;
                   return gk_reading_edit(made.reading, &lent);
                 },
                 read_noted});
  all.push_back({"gk_reading_json", [&world](Made& made) { return gk_reading_json(world.reading, &made.buffer); }});
}

void checks(Calls& all, const World& world) {
  all.push_back({"gk_report_check", [&world](Made& made) {
                   static const char* const only[] = {"requests", "review", "value"};
                   static const gk_severity_override grade = {"requests", GK_SEVERITY_INFO, 0};
                   gk_check_options options = GK_CHECK_OPTIONS_INIT;
                   options.only = only;
                   options.only_count = 3;
                   options.severities = &grade;
                   options.severity_count = 1;
                   return gk_report_check(world.report, &options, &made.assessment);
                 }});
  all.push_back({"gk_report_check, no such rule",
                 [&world](Made& made) {
                   static const char* const only[] = {"reqests"};
                   gk_check_options options = GK_CHECK_OPTIONS_INIT;
                   options.only = only;
                   options.only_count = 1;
                   return gk_report_check(world.report, &options, &made.assessment);
                 },
                 nullptr, GK_E_NOT_FOUND});
  all.push_back({"gk_reading_check",
                 [&world](Made& made) { return gk_reading_check(world.reading, nullptr, &made.assessment); }});
  const auto check = [&world](Made& made) {
    must(gk_report_check(world.report, nullptr, &made.assessment), "gk_report_check");
  };
  all.push_back(
      {"gk_assessment_free", always([](Made& made) { free_and_forget(gk_assessment_free, made.assessment); }), check});
  all.push_back({"gk_assessment_counts", [&world](Made& made) {
                   gk_counts counts = GK_COUNTS_INIT;
                   const gk_status status = gk_assessment_counts(world.assessment, &counts);
                   made.number = static_cast<std::int64_t>(counts.findings);
                   return status;
                 }});
  all.push_back({"gk_assessment_finding", [&world](Made& made) {
                   gk_finding finding = GK_FINDING_INIT;
                   const gk_status status = gk_assessment_finding(world.assessment, 0, &finding);
                   made.text = finding.rule;
                   return status;
                 }});
  all.push_back({"gk_assessment_finding_cell", [&world](Made& made) {
                   gk_finding_cell cell = GK_FINDING_CELL_INIT;
                   const gk_status status = gk_assessment_finding_cell(world.assessment, 0, 0, &cell);
                   made.text = cell.key;
                   return status;
                 }});
  all.push_back({"gk_assessment_message", [&world](Made& made) {
                   return gk_assessment_message(world.assessment, 0, GK_LANGUAGE_ZH, &made.buffer);
                 }});
  all.push_back({"gk_assessment_explanation", [&world](Made& made) {
                   return gk_assessment_explanation(world.assessment, 0, GK_LANGUAGE_EN, &made.buffer);
                 }});
  all.push_back({"gk_assessment_coverage", [&world](Made& made) {
                   gk_coverage coverage = GK_COVERAGE_INIT;
                   const gk_status status = gk_assessment_coverage(world.assessment, 0, &coverage);
                   made.number = coverage.held;
                   return status;
                 }});
  all.push_back(
      {"gk_assessment_json", [&world](Made& made) { return gk_assessment_json(world.assessment, &made.buffer); }});
  all.push_back({"gk_assessment_findings_json",
                 [&world](Made& made) { return gk_assessment_findings_json(world.assessment, &made.buffer); }});
  const auto waive = [](const std::string& json) {
    return [&json](Made& made) {
      std::size_t accepted = 0;
      const gk_status status = gk_assessment_waive(made.assessment, json.data(), json.size(), 2021, 3, 1, &accepted);
      made.number = static_cast<std::int64_t>(accepted);
      return status;
    };
  };
  all.push_back({"gk_assessment_waive", waive(world.waivers), check});
  all.push_back({"gk_assessment_waive, not of the schema", waive(world.wrong_waivers), check, GK_E_MALFORMED});
  all.push_back({"gk_assessment_html", [&world](Made& made) {
                   return gk_assessment_html(world.assessment, world.report, GK_LANGUAGE_ZH, &made.buffer);
                 }});
  const char* const formats[] = {"JSON", "JSON lines", "SARIF", "JUnit", "CSV", "HTML", "workbook", "lean lines"};
  for (std::int32_t format = GK_FINDINGS_JSON; format <= GK_FINDINGS_LEAN; ++format) {
    all.push_back({std::string("gk_assessment_write, ") + formats[format], [&world, format](Made& made) {
                     return gk_assessment_write(world.assessment, "a.txt", format, GK_LANGUAGE_ZH, &made.buffer);
                   }});
  }
}

void dossiers(Calls& all, const World& world) {
  all.push_back({"gk_dossier_check", [&world](Made& made) {
                   const gk_child children[2] = {{"甲镇", nullptr, world.reading, 0, 0},
                                                 {"乙镇", nullptr, nullptr, GK_GAP_MISSING, 0}};
                   gk_dossier dossier = GK_DOSSIER_INIT;
                   dossier.report = world.report;
                   dossier.previous_reading = world.reading;
                   dossier.children = children;
                   dossier.child_count = 2;
                   return gk_dossier_check(&dossier, nullptr, &made.assessment);
                 }});
  all.push_back({"gk_dossier_localize_json", [&world](Made& made) {
                   gk_dossier dossier = GK_DOSSIER_INIT;
                   dossier.report = world.report;
                   return gk_dossier_localize_json(&dossier, GK_BLANKS_AS_ZERO, &made.buffer);
                 }});
  all.push_back({"gk_dossier_why", [&world](Made& made) {
                   gk_dossier dossier = GK_DOSSIER_INIT;
                   dossier.report = world.report;
                   dossier.previous_reading = world.reading;
                   return gk_dossier_why(&dossier, GK_BLANKS_AS_ZERO, GK_LANGUAGE_ZH, &made.buffer);
                 }});
  all.push_back({"gk_dossier_diff_json", [&world](Made& made) {
                   gk_dossier before = GK_DOSSIER_INIT, after = GK_DOSSIER_INIT;
                   before.reading = world.reading;
                   after.report = world.report;
                   return gk_dossier_diff_json(&before, &after, nullptr, &made.buffer);
                 }});
  all.push_back({"gk_rollup", [&world](Made& made) {
                   const gk_child children[2] = {{"甲镇", nullptr, world.reading, 0, 0},
                                                 {"乙镇", nullptr, nullptr, GK_GAP_UNREADABLE, 0}};
                   return gk_rollup(children, 2, nullptr, &made.report, &made.buffer);
                 }});
}

void writing(Calls& all, const World& world) {
  const char* const formats[] = {"JSON", "HTML", "Markdown", "CSV", "tidy CSV", "wide CSV", "Word", "Excel"};
  for (std::int32_t format = GK_WRITE_JSON; format <= GK_WRITE_XLSX; ++format) {
    all.push_back({std::string("gk_report_write, ") + formats[format], [&world, format](Made& made) {
                     return gk_report_write(world.report, format, GK_LANGUAGE_ZH, &made.buffer);
                   }});
  }
  all.push_back({"gk_report_fill_docx", [&world](Made& made) {
                   return gk_report_fill_docx(world.report, world.docx_template.data(), world.docx_template.size(),
                                              &made.buffer);
                 }});
  all.push_back({"gk_report_fill_docx, no field in it",
                 [&world](Made& made) {
                   const std::string& word = world.input("Word").bytes;
                   return gk_report_fill_docx(world.report, word.data(), word.size(), &made.buffer);
                 },
                 nullptr, GK_E_MALFORMED});
}

void batches(Calls& all, const World& world) {
  all.push_back({"gk_rows_check", [](Made& made) {
                   static const std::vector<std::int64_t> numbers(2 * gk_cell_count(), 1);
                   gk_rows rows = GK_ROWS_INIT;
                   rows.count = 2;
                   rows.cells = numbers.data();
                   rows.edition = GK_EDITION_2021;
                   rows.year = 2022;
                   gk_batch_options how = GK_BATCH_OPTIONS_INIT;
                   how.threads = 1;
                   how.keep = GK_KEEP_ASSESSMENTS;
                   return gk_rows_check(&rows, nullptr, &how, &made.batch);
                 }});
  for (const Input& input : world.inputs) {
    all.push_back({"gk_inputs_check, " + input.name,
                   [&input](Made& made) {
                     const gk_input inputs[2] = {{input.bytes.data(), input.bytes.size()}, {"no report", 9}};
                     gk_batch_options how = GK_BATCH_OPTIONS_INIT;
                     how.threads = 1;
                     how.keep = GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS;
                     return gk_inputs_check(inputs, 2, nullptr, nullptr, &how, &made.batch);
                   },
                   nullptr, GK_OK, true});
  }
  all.push_back({"gk_dossiers_check", [&world](Made& made) {
                   gk_dossier dossier = GK_DOSSIER_INIT;
                   dossier.reading = dossier.previous_reading = world.reading;
                   const gk_dossier dossiers[2] = {dossier, dossier};
                   gk_batch_options how = GK_BATCH_OPTIONS_INIT;
                   how.threads = 1;
                   how.keep = GK_KEEP_ASSESSMENTS;
                   return gk_dossiers_check(dossiers, 2, nullptr, &how, &made.batch);
                 }});
  const auto make = [](Made& made) {
    const gk_input input = {"no report", 9};
    must(gk_inputs_check(&input, 1, nullptr, nullptr, nullptr, &made.batch), "gk_inputs_check");
  };
  all.push_back({"gk_batch_free", always([](Made& made) { free_and_forget(gk_batch_free, made.batch); }), make});
  all.push_back({"gk_batch_count", [&world](Made& made) {
                   std::size_t count = 0;
                   const gk_status status = gk_batch_count(world.batch, &count);
                   made.number = static_cast<std::int64_t>(count);
                   return status;
                 }});
  all.push_back({"gk_batch_summaries", [&world](Made& made) {
                   const gk_summary* summaries = nullptr;
                   const gk_status status = gk_batch_summaries(world.batch, &summaries);
                   made.number = summaries == nullptr ? 0 : summaries[1].status;
                   return status;
                 }});
  all.push_back({"gk_batch_error", [&world](Made& made) {
                   gk_error error = GK_ERROR_INIT;
                   const gk_status status = gk_batch_error(world.batch, 1, &error);
                   made.text = error.message_zh;
                   return status;
                 }});
  all.push_back({"gk_batch_assessment", [&world](Made&) {
                   const gk_assessment* lent = nullptr;
                   return gk_batch_assessment(world.batch, 0, &lent);
                 }});
  for (const auto exported : {gk_batch_export_reports, gk_batch_export_findings}) {
    all.push_back({exported == gk_batch_export_reports ? "gk_batch_export_reports" : "gk_batch_export_findings",
                   [&world, exported](Made& made) {
                     const char* const files[] = {"a.txt", "b.txt"};
                     gk_export_options options = GK_EXPORT_OPTIONS_INIT;
                     const char* const problems[] = {nullptr, "gone"};
                     options.files = files;
                     options.problems = problems;
                     const gk_status status = exported(world.batch, &options, &made.schema, &made.array);
                     made.number = made.array.length * 1000 + made.array.n_children;
                     return status;
                   }});
  }
  all.push_back({"gk_check_json", [&world](Made& made) {
                   gk_json_options options = GK_JSON_OPTIONS_INIT;
                   options.tell = GK_TELL_COVERAGE | GK_TELL_REPORT | GK_TELL_READING;
                   options.all_reports = 1;
                   const std::string& bytes = world.inputs.front().bytes;
                   return gk_check_json(bytes.data(), bytes.size(), &options, &made.buffer);
                 }});
  all.push_back({"gk_inputs_check_json", [&world](Made& made) {
                   const std::string& bytes = world.inputs.front().bytes;
                   const gk_input inputs[2] = {{bytes.data(), bytes.size()}, {"no report", 9}};
                   gk_batch_options how = GK_BATCH_OPTIONS_INIT;
                   how.threads = 1;
                   return gk_inputs_check_json(inputs, 2, nullptr, &how, &made.buffer);
                 }});
  all.push_back({"gk_batch_reading", [&world](Made&) {
                   const gk_reading* lent = nullptr;
                   return gk_batch_reading(world.batch, 0, &lent);
                 }});
  all.push_back({"gk_batch_reading, not kept",
                 [&world](Made&) {
                   const gk_reading* lent = nullptr;
                   return gk_batch_reading(world.batch, 1, &lent);
                 },
                 nullptr, GK_E_NOT_FOUND});
}

}  // namespace

std::vector<Call> calls(const World& world) {
  Calls all;
  versions_and_catalogue(all);
  buffers(all, world);
  reports(all, world);
  readings(all, world);
  checks(all, world);
  dossiers(all, world);
  writing(all, world);
  batches(all, world);
  return all;
}
