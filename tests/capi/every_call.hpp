// Every function of gongkai.h as a call that tests can make, with each format that it reads or writes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "gongkai.h"

/// What a call is given and makes. Frees what is in it.
struct Made {
  Made() = default;
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  ~Made();

  gk_buffer* buffer = nullptr;
  gk_report* report = nullptr;
  gk_reading* reading = nullptr;
  gk_readings* readings = nullptr;
  gk_assessment* assessment = nullptr;
  gk_batch* batch = nullptr;
  ArrowSchema schema{};
  ArrowArray array{};
  std::int64_t number = 0;  ///< what else it tells
  gk_text text = GK_NO_TEXT;
};

/// All that is in it, as text.
std::string contents(const Made& made);

struct Call {
  std::string name;  ///< the function; what it is called with
  std::function<gk_status(Made&)> run;
  std::function<void(Made&)> prepare = nullptr;  ///< makes what it works on, while memory is there
  gk_status expected = GK_OK;
  bool at_first_use = false;   ///< worth a fresh process: needs no object that was made before
  bool in_new_thread = false;  ///< and no more than one refusal: libxml2 2.9 cannot say so where it has no state yet
};

/// A report in a format that can be read.
struct Input {
  std::string name, bytes;
};

/// What a file holds; empty where there is none.
std::string read_file(const char* path);

/// The example in every format, and last a Word template; the arguments are what files hold.
std::vector<Input> make_inputs(const std::string& text, const std::string& json, const std::string& pdf_words,
                               const std::string& big5);

/// Runs body in a process of its own, because what is built at first use stands from then on; its exit status, -1 for a signal.
int in_fresh_process(const std::function<int()>& body);

/// The same, made in another process of the four files REPORT JSON PDF_WORDS BIG5, so that nothing is built in this one.
std::vector<Input> inputs_from_elsewhere(char** files);

/// The objects that calls work on; made while memory is there, freed at the end.
struct World {
  explicit World(std::vector<Input> from);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

  const Input& input(const char* name) const;

  std::string docx_template, waivers, wrong_waivers = "{\"waivers\": 1}";
  std::vector<Input> inputs;
  // Made by make_objects(), so that a call at first use finds none of the library's tables built.
  void make_objects();
  gk_buffer* buffer = nullptr;
  gk_report* report = nullptr;
  gk_reading* reading = nullptr;
  gk_readings* readings = nullptr;
  gk_assessment* assessment = nullptr;
  gk_batch* batch = nullptr;
};

std::vector<Call> calls(const World& world);
