#include "wrong_command.hpp"

#include <fmt/format.h>

#include <charconv>

#include "completion.hpp"
#include "text/near_names.hpp"

namespace gongkai::cli {
namespace {

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known) {
  const auto whole = [](const std::string& name) { return std::string_view(name); };
  const std::vector<std::string_view> near = near_names(wrong, known, whole);
  const bool says_something = wrong.find_first_not_of('-') + 1 < wrong.size();  // a letter is near every other
  return near.empty() || !says_something ? std::string() : fmt::format("；是不是 / did you mean: {}", near.front());
}

std::string all_words(const CLI::Option& option) {
  return option.get_name(option.get_positional(), true);
}

std::vector<std::string> all_flags_of(const CLI::App& app) {
  std::vector<std::string> all;
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string> flags = flags_of(*option);
    all.insert(all.end(), flags.begin(), flags.end());
  }
  return all;
}

const CLI::App& chosen(const CLI::App& app) {
  const std::vector<const CLI::App*> parsed = app.get_subcommands([](const CLI::App* one) { return one->parsed(); });
  return parsed.empty() ? app : *parsed.front();
}

std::optional<std::string> slip_in_options(const std::vector<std::string>& words, const CLI::App& app,
                                           std::size_t first) {
  for (std::size_t i = first; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    if (word.size() < 2 || word[0] != '-') {
      continue;
    }
    const bool is_long = word[1] == '-';
    const std::size_t equals = is_long ? word.find('=') : std::string::npos;
    const std::string flag = is_long ? word.substr(0, equals) : word.substr(0, 2);
    const CLI::Option* option = app.get_option_no_throw(flag);
    if (option == nullptr) {
      return fmt::format("没有“{0}”这个选项 / no such option: {0}{1}", flag, did_you_mean(flag, all_flags_of(app)));
    }
    const bool has_own_value = equals != std::string::npos || (!is_long && word.size() > 2);
    if (option->get_items_expected_max() == 0 || has_own_value) {
      continue;
    }
    if (++i == words.size()) {
      return fmt::format("选项“{0}”后面要写一个值 / {0} needs a value: {1}", flag, option->get_option_text());
    }
  }
  return std::nullopt;
}

}  // namespace

const CLI::App* subcommand_of(const CLI::App& app, std::string_view name) {
  const std::vector<const CLI::App*> found =
      app.get_subcommands([name](const CLI::App* one) { return one->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

std::optional<std::string> slip_in(const std::vector<std::string>& words, const CLI::App& app) {
  if (words.size() < 2) {
    return std::nullopt;
  }
  if (words[1].starts_with("-")) {
    return slip_in_options(words, app, 1);
  }
  if (const CLI::App* subcommand = subcommand_of(app, words[1])) {
    return slip_in_options(words, *subcommand, 2);
  }
  std::vector<std::string> known;
  for (const CLI::App* subcommand : app.get_subcommands({})) {
    known.push_back(subcommand->get_name());
  }
  return fmt::format("没有“{0}”这个子命令 / no such subcommand: {0}{1}", words[1], did_you_mean(words[1], known));
}

std::string in_words(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App& subcommand = chosen(app);
  const auto is = [&error](const auto* kind) { return dynamic_cast<decltype(kind)>(&error) != nullptr; };
  if (is(static_cast<const CLI::RequiredError*>(nullptr)) || is(static_cast<const CLI::ArgumentMismatch*>(nullptr))) {
    if (&subcommand == &app) {
      return "要写明做什么 / a subcommand is needed: check, table, read, convert, form, show, why, diff, rollup ...";
    }
    for (const CLI::Option* option : subcommand.get_options()) {
      const int missing = option->get_items_expected_min() - static_cast<int>(option->count());
      if (option->get_required() && missing > 0) {
        return fmt::format("还缺少{0} / {0} is missing（{1}）", all_words(*option), option->get_description());
      }
    }
  }
  const std::string what = error.what();
  if (is(static_cast<const CLI::ExcludesError*>(nullptr))) {
    const std::size_t at = what.find(" excludes ");
    if (at != std::string::npos) {
      return fmt::format("“{0}”和“{1}”不能同时用 / {0} and {1} exclude each other", what.substr(0, at),
                         what.substr(at + std::string_view(" excludes ").size()));
    }
  }
  if (is(static_cast<const CLI::ExtrasError*>(nullptr))) {
    return fmt::format("多出来的词 / surplus: {}", what.substr(what.find(": ") + 2));
  }
  return error.what();
}

CLI::Validator between(int least, int most) {
  const auto fault = [least, most](const std::string& text) -> std::string {
    int value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code == std::errc() && end == text.data() + text.size() && value >= least && value <= most) {
      return {};
    }
    return fmt::format("“{}”应当是{}到{}的整数 / must be a whole number from {} to {}", text, least, most, least, most);
  };
  return CLI::Validator([fault](std::string& text) { return fault(text); }, "");
}

}  // namespace gongkai::cli
