#include "completion.hpp"

#include <fmt/format.h>

#include "command_help.hpp"

namespace gongkai::cli {
namespace {

constexpr char between_words = '|';

std::string replaced(std::string_view text, char what, std::string_view by) {
  std::string result;
  for (const char c : text) {
    result += c == what ? std::string(by) : std::string(1, c);
  }
  return result;
}

/// The words that the option may have, with blanks between them; empty where it may have any.
std::string offered(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.find(between_words) == std::string::npos ? std::string() : replaced(type, between_words, " ");
}

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() != 0;
}

std::vector<const CLI::App*> subcommands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

// ---- bash

std::string bash(const CLI::App& app) {
  std::string names, flags, values, plain;
  for (const CLI::App* subcommand : subcommands_of(app)) {
    const std::string& name = subcommand->get_name();
    names += (names.empty() ? "" : " ") + name;
    std::string of_subcommand;
    for (const CLI::Option* option : subcommand->get_options()) {
      const std::string words = offered(*option);
      if (option->get_positional()) {
        plain += words.empty() ? std::string() : fmt::format("    {}) words='{}' ;;\n", name, words);
        continue;
      }
      for (const std::string& flag : flags_of(*option)) {
        of_subcommand += (of_subcommand.empty() ? "" : " ") + flag;
        if (takes_value(*option)) {
          values += fmt::format("    '{} {}') is_value=1 words='{}' ;;\n", name, flag, words);
        }
      }
    }
    flags += fmt::format("    {}) words='{}' ;;\n", name, of_subcommand);
  }
  return fmt::format(R"(# bash completion of gongkai, made by: gongkai completion bash
_gongkai() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words= is_value=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{}' -- "$word"))
    return
  fi
  case "$command $before" in
{}  esac
  if [ -z "$is_value" ]; then
    case $word in
    -*) case $command in
{}    esac ;;
    *) case $command in
{}    esac ;;
    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _gongkai gongkai
)",
                     names, values, flags, plain);
}

// ---- zsh

std::string in_quotes(std::string_view text) {
  return "'" + replaced(text, '\'', "'\\''") + "'";
}
/// Text in which brackets and colons mean themselves.
std::string plain_zsh(std::string_view text) {
  return replaced(replaced(replaced(text, '[', "\\["), ']', "\\]"), ':', "\\:");
}

std::string zsh(const CLI::App& app) {
  std::string commands, cases;
  for (const CLI::App* subcommand : subcommands_of(app)) {
    commands +=
        fmt::format("    {}\n", in_quotes(subcommand->get_name() + ":" + plain_zsh(subcommand->get_description())));
    std::string arguments;
    for (const CLI::Option* option : subcommand->get_options()) {
      const std::string words = offered(*option);
      const std::string action = words.empty() ? "_files" : "(" + words + ")";
      if (option->get_positional()) {
        arguments += " " + in_quotes("*:" + option->get_name(true) + ":" + action);
        continue;
      }
      for (const std::string& flag : flags_of(*option)) {
        const std::string value = takes_value(*option) ? ": :" + action : std::string();
        arguments += " \\\n        " + in_quotes(flag + "[" + plain_zsh(option->get_description()) + "]" + value);
      }
    }
    cases += fmt::format("    {}) _arguments{} ;;\n", subcommand->get_name(), arguments);
  }
  return fmt::format(R"(#compdef gongkai
# zsh completion of gongkai, made by: gongkai completion zsh
_gongkai() {{
  local -a commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}  esac
}}
if [ "$funcstack[1]" = _gongkai ]; then
  _gongkai "$@"
else
  compdef _gongkai gongkai
fi
)",
                     commands, cases);
}

// ---- fish

std::string fish(const CLI::App& app) {
  const auto quote = [](std::string_view text) { return "'" + replaced(text, '\'', "\\'") + "'"; };
  std::string script = "# fish completion of gongkai, made by: gongkai completion fish\n";
  for (const CLI::App* subcommand : subcommands_of(app)) {
    script += fmt::format("complete -c gongkai -n __fish_use_subcommand -f -a {} -d {}\n", subcommand->get_name(),
                          quote(subcommand->get_description()));
    const std::string in_it =
        fmt::format("complete -c gongkai -n '__fish_seen_subcommand_from {}'", subcommand->get_name());
    for (const CLI::Option* option : subcommand->get_options()) {
      const std::string words = offered(*option);
      if (option->get_positional()) {
        script += words.empty() ? std::string() : fmt::format("{} -f -a {}\n", in_it, quote(words));
        continue;
      }
      std::string flags;
      for (const std::string& name : option->get_snames()) {
        flags += " -s " + name;
      }
      for (const std::string& name : option->get_lnames()) {
        flags += " -l " + name;
      }
      const std::string value = !takes_value(*option) ? std::string()
                                : words.empty()       ? std::string(" -r")
                                                      : " -x -a " + quote(words);
      script += fmt::format("{}{}{} -d {}\n", in_it, flags, value, quote(option->get_description()));
    }
  }
  return script;
}

// ---- man

/// Text as troff prints it.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool begins_line = result.empty() || result.back() == '\n';
    result += c == '\\'                                ? "\\e"
              : c == '-'                               ? "\\-"
              : begins_line && (c == '.' || c == '\'') ? std::string("\\&") + c
                                                       : std::string(1, c);
  }
  return result;
}

}  // namespace

std::vector<std::string> flags_of(const CLI::Option& option) {
  std::vector<std::string> flags;
  for (const std::string& name : option.get_snames()) {
    flags.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    flags.push_back("--" + name);
  }
  return flags;
}

std::optional<std::string> completion_script(std::string_view shell, const CLI::App& app) {
  if (shell == "bash") {
    return bash(app);
  }
  if (shell == "zsh") {
    return zsh(app);
  }
  if (shell == "fish") {
    return fish(app);
  }
  return std::nullopt;
}

std::string manual_page(const CLI::App& app, std::string_view version) {
  std::string page = fmt::format(
      ".\\\" made by: gongkai help --man\n.TH GONGKAI 1 \"\" \"gongkai {}\"\n.SH NAME\ngongkai \\- {}\n.SH SYNOPSIS\n"
      ".B gongkai\n.I SUBCOMMAND\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]\n.SH DESCRIPTION\n{}\n.SH SUBCOMMANDS\n",
      roff(version), "read and check annual reports on government information disclosure",
      replaced(roff(app.get_description()), '\n', "\n.br\n"));
  for (const CLI::App* subcommand : subcommands_of(app)) {
    page += fmt::format(".SS {}\n{}\n", roff("gongkai " + subcommand->get_name()), roff(subcommand->get_description()));
    for (const CLI::Option* option : subcommand->get_options()) {
      page += fmt::format(".TP\n\\fB{}\\fR \\fI{}\\fR\n{}\n", roff(option->get_name(option->get_positional(), true)),
                          roff(option->get_option_text()), roff(option->get_description()));
    }
    page += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(help_footer(subcommand->get_name())));
  }
  return page;
}

void offer_words(CLI::Option& option, const std::vector<std::string>& words) {
  option.type_name(fmt::format("{}", fmt::join(words, std::string(1, between_words))));
}

}  // namespace gongkai::cli
