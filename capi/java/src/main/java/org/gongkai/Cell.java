package org.gongkai;

import com.google.gson.JsonObject;

/** A number that the form asks for; see {@link Gongkai#cells()}. */
public final class Cell extends Data {
  Cell(JsonObject json) { super(json); }

  /** Its name everywhere, which is never changed: {@code requests.received.total}. */
  public String key() { return text("key"); }

  /** Whether its number is an amount of money, in yuan. */
  public boolean isMoney() { return flag("is_money"); }

  /** Of the report: 2, 3 or 4. */
  public int section() { return integer("section"); }

  /** The key of its table. */
  public String table() { return text("table"); }

  /** The label of its row, in Chinese as the newest edition that has the cell prints it. */
  public String rowLabel(Language language) { return label("row", language); }

  /** The label of its column, likewise. */
  public String columnLabel(Language language) { return label("column", language); }

  /** Such as 件. */
  public String unit(Language language) { return inLanguage("unit", language); }

  private String label(String part, Language language) {
    JsonObject label = object(object(json, part), "label");
    if (language == Language.EN) {
      return text(label, "en");
    }
    String newest = text(label, "zh_2021");
    return newest != null ? newest : text(label, "zh_2019");
  }
}
