// What a label on a document stands for: the catalogue's labels folded, with the variants that documents use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gongkai/catalog.hpp"
#include "text/fold.hpp"

namespace gongkai {

/// Insertions, deletions and replacements between two texts.
std::size_t edit_distance(std::u16string_view a, std::u16string_view b);

/// What a folded label may stand for. The same words can name a row and a column (其他, 总计).
struct Meaning {
  std::int16_t row = -1;                      ///< index into `rows`
  std::string_view column;                    ///< name of a column, as in ColumnInfo::name; empty: no column
  Editions column_editions = Editions::both;  ///< editions that print the column so
  bool is_caption = false;                    ///< a head of a group or table, which carries no number
  bool is_official = true;                    ///< the form's own wording, not a variant of it

  bool is_row() const { return row >= 0; }
  bool is_column() const { return !column.empty(); }
};

/// Looks labels up. One instance serves all threads.
class Labels {
 public:
  static const Labels& instance();

  /// The meaning of a label that is written exactly as the form prints it, else nullptr. Saves folding it.
  const Meaning* find_verbatim(std::string_view label) const {
    const auto found = verbatim_.find(label);
    return found == verbatim_.end() ? nullptr : found->second;
  }

  /// The meaning of a label by its whole text, else nullptr.
  const Meaning* find_whole(const unicode::Folded& label) const;

  /// The meaning of a label by its whole text or, failing that, by the part before its first bracket; else nullptr.
  const Meaning* find(const unicode::Folded& label) const;

  /// The row whose official label the text is a misprint of, where exactly one comes close; -1 where none does. One letter in
  /// so many may be amiss.
  std::int16_t closest_row(const unicode::Folded& label, std::size_t one_in = 3) const;

  struct RowLabel {
    std::u16string text;
    std::int16_t row;
  };
  /// The official labels of all rows, in the order of the form.
  const std::vector<RowLabel>& row_labels() const { return row_labels_; }

 private:
  Labels();
  void add_columns();
  void add_english();
  void add_variants();
  void add_captions();
  Meaning& meaning_of(std::string_view label);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u16string_view text) const;
  };
  std::unordered_map<std::u16string, Meaning, Hash, std::equal_to<>> meanings_;
  std::unordered_map<std::string_view, const Meaning*> verbatim_;  ///< keys: literals of the catalogue
  std::vector<RowLabel> row_labels_;
};

/// Whether a text is part of a head of a table, group or column of section two or three, be it one letter of a merged cell
/// whose letters stand below each other.
bool is_part_of_head(const unicode::Folded& text, int section);

}  // namespace gongkai
